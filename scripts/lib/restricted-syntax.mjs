/** What `no-restricted-syntax` forbids, with the sentence that says what to do instead. */

const TOO_MANY = 'takes more than can be told apart at the call: pass an object.';
/** What a call does not show. */
export const PARAMETERS = [
  { selector: 'FunctionDeclaration[params.length>4]', message: `A function ${TOO_MANY}` },
  { selector: 'ArrowFunctionExpression[params.length>4]', message: `A function ${TOO_MANY}` },
  {
    selector: 'MethodDefinition[kind="method"] > FunctionExpression[params.length>5]',
    message: `A method ${TOO_MANY}`,
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    message: 'A class with more than six dependencies does more than one thing.',
  },
];

/** An expression that is put together at run time is seen by no linter: none of ours is. */
export const EXPRESSIONS = ['NewExpression', 'CallExpression'].map((kind) => ({
  selector: `${kind}[callee.name="RegExp"]`,
  message:
    'Write a literal, which is checked to be linear, or read the text with a scanner (libs/domain/src/text).',
}));

/** For an hour or two of each night, the day of UTC and that of the programme are two. */
export const DAYS = [
  ...['TemplateElement[value.raw=/current_date/i]', 'Literal[value=/current_date/i]'].map((selector) => ({
    selector,
    message: 'Ask programme_today(), which is the day where the programme is.',
  })),
  {
    selector:
      'CallExpression[callee.property.name="slice"] CallExpression[callee.property.name="toISOString"] > MemberExpression > NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Ask dateIn(), which gives the day where the programme is.',
  },
];
