import { fault, readSaying, type FaultCode, type InputFault } from '@fieldlab/domain';

/** What zod has against a value, as far as we look at it; its own sentences are for programmers. */
interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  keys?: readonly string[];
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  expected?: string;
  errors?: readonly (readonly Issue[])[];
}

/** One fault an issue, at the field it is about, with a code that every language has a sentence for. */
export function faultsOfIssue(issue: Issue): InputFault[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (issue.keys && issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault([...path, key].join('.'), 'UNKNOWN_FIELD'));
  if (issue.errors?.length) return likeliestOf(issue.errors).map((inner) => within(path, inner));
  // A schema that says itself what is wrong says it better.
  return [fault(path.join('.'), ...(readSaying(issue.message) ?? codeOf(issue)))];
}

const within = (path: readonly string[], found: InputFault): InputFault => ({
  ...found,
  path: [...path, found.path].filter(Boolean).join('.'),
});

/** Of a value that may be of several kinds: what is wrong with it as the kind that it is of. */
function likeliestOf(options: readonly (readonly Issue[])[]): InputFault[] {
  const ofItsKind = options.find((issues) => issues.every(({ code }) => code !== 'invalid_type'));
  return (ofItsKind ?? options[0] ?? []).flatMap(faultsOfIssue);
}

type Coded = [code: FaultCode, about?: Record<string, string>];

function codeOf({ code, message, origin, minimum, maximum, expected }: Issue): Coded {
  switch (code) {
    case 'invalid_type':
      return typeFault(expected, message);
    case 'invalid_value':
      return ['NOT_AN_OPTION'];
    case 'too_small':
      return [SMALL[origin ?? ''] ?? 'TOO_SMALL', { least: String(minimum) }];
    case 'too_big':
      return [LARGE[origin ?? ''] ?? 'TOO_LARGE', { most: String(maximum) }];
    default:
      return ['WRONG_TYPE'];
  }
}

const SMALL: Partial<Record<string, FaultCode>> = { string: 'TOO_SHORT', array: 'TOO_FEW', set: 'TOO_FEW' };
const LARGE: Partial<Record<string, FaultCode>> = { string: 'TOO_LONG', array: 'TOO_MANY', set: 'TOO_MANY' };

function typeFault(expected: string | undefined, message: string): Coded {
  if (message.endsWith('received undefined') || message.endsWith('received null')) return ['REQUIRED'];
  return [expected === 'int' ? 'NOT_A_WHOLE_NUMBER' : 'WRONG_TYPE'];
}
