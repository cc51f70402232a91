import { relative, sep } from 'node:path';
import ts from 'typescript';
import { ROOT } from './project.mjs';

/** The functions that answer rows of a type that their caller writes. */
const READERS = new Set(['rowsOf', 'query', 'prepared', 'inBatches']);
/** Reads DuckDB, whose answers do not come by the way on which the tests look at PostgreSQL's. */
const OF_ANOTHER_DATABASE = 'ColumnClient';

/**
 * Finds each call that says of what type a statement's rows are, with the kinds of values that each property of the
 * type takes. A call whose row type is a type parameter says nothing itself: the function that has the parameter is a
 * reader too, and its callers say it.
 */
export function rowTypesOf(program, isOurs) {
  const checker = program.getTypeChecker();
  const calls = program
    .getSourceFiles()
    .filter(({ fileName }) => isOurs(fileName))
    .flatMap(callsIn);
  const readers = new Set();
  let isReader = ({ name }) => READERS.has(name.text);
  const found = new Map();
  for (let more = true; more;) {
    more = false;
    for (const call of calls) {
      if (found.has(call.node) || !isReader(call)) continue;
      const place = placeOf(call, checker);
      if (!place) continue;
      found.set(call.node, place);
      const declared = place.isGeneric && functionOf(call.row, checker);
      if (!declared || readers.has(declared)) continue;
      readers.add(declared);
      more = true;
    }
    isReader = ({ name }) => readers.has(checker.getSymbolAtLocation(name)?.valueDeclaration);
  }
  return [...found.values()];
}

/** Calls with type arguments: without them, rows are of a type that allows nothing to be read of them. */
function callsIn(file) {
  const calls = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.typeArguments?.length === 1) {
      const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      if (ts.isIdentifier(name)) calls.push({ node, name, row: node.typeArguments[0], file });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

function placeOf({ node, name, row, file }, checker) {
  const [client] = node.arguments;
  if (client && checker.getTypeAtLocation(client).symbol?.name === OF_ANOTHER_DATABASE) return undefined;
  const type = checker.getTypeFromTypeNode(row);
  const at = {
    file: relative(ROOT, file.fileName).split(sep).join('/'),
    line: file.getLineAndCharacterOfPosition(name.getStart(file)).line + 1,
    type: row.getText(file).replaceAll(/\s+/g, ' '),
  };
  if (isParameter(type)) return { ...at, isGeneric: true };
  if (type.flags & ts.TypeFlags.Any) return undefined;
  const properties = checker.getPropertiesOfType(type).map((property) => {
    const kinds = kindsOf(checker.getTypeOfSymbolAtLocation(property, row), checker);
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return { name: property.name, kinds: [...new Set(kinds)], isOptional };
  });
  return { ...at, properties };
}

const isParameter = (type) =>
  (type.isIntersection() ? type.types : [type]).some((one) => one.isTypeParameter());

/** The function, method or function type that declares the type parameter which `row` names. */
function functionOf(row, checker) {
  let declared;
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node)) {
      const declaration = checker.getSymbolAtLocation(node.typeName)?.declarations?.[0];
      if (declaration && ts.isTypeParameterDeclaration(declaration)) declared = declaration.parent;
    }
    ts.forEachChild(node, visit);
  };
  visit(row);
  if (!declared) return undefined;
  // A function that is the value of a constant is known by the constant.
  return ts.isVariableDeclaration(declared.parent) ? declared.parent : declared;
}

const PRIMITIVES = [
  [ts.TypeFlags.Any | ts.TypeFlags.Unknown, 'unknown'],
  [ts.TypeFlags.Null | ts.TypeFlags.Undefined, 'null'],
  [ts.TypeFlags.StringLike, 'string'],
  [ts.TypeFlags.NumberLike, 'number'],
  [ts.TypeFlags.BooleanLike, 'boolean'],
  [ts.TypeFlags.BigIntLike, 'bigint'],
];
const CLASSES = { Date: 'Date', Buffer: 'Buffer', Uint8Array: 'Buffer' };

/** Such as `string`, `null`, `Date` or `number[]`; `unknown` takes every value, and `object` is any other. */
function kindsOf(type, checker) {
  if (type.isUnion()) return type.types.flatMap((one) => kindsOf(one, checker));
  const primitive = PRIMITIVES.find(([flags]) => type.flags & flags);
  if (primitive) return [primitive[1]];
  // Text of which the type tells more, as an id does of what it is an id.
  if (type.isIntersection()) return [kindsOf(type.types[0], checker)[0] ?? 'object'];
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const elements = checker.getTypeArguments(type).flatMap((one) => kindsOf(one, checker));
    return elements.filter((kind) => kind !== 'null').map((kind) => `${kind}[]`);
  }
  return [CLASSES[type.symbol?.name] ?? 'object'];
}
