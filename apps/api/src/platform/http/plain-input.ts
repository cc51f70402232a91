import { fault, type InputFault } from '@fieldlab/domain';

const NUL = String.fromCharCode(0);
const DEEPEST = 20;
/** Keys by which a careless program could be made to change the prototype of all objects. */
const PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

interface Place {
  value: unknown;
  path: readonly string[];
}

/**
 * What no field may hold, whatever its schema says: NUL characters, which PostgreSQL cannot store, names of prototypes,
 * and nesting without end. Walks without recursion, so that nesting cannot exhaust the stack here either.
 */
export function unwelcomeIn(root: unknown): InputFault[] {
  const faults: InputFault[] = [];
  const places: Place[] = [{ value: root, path: [] }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, path } = place;
    if (typeof value === 'string' && value.includes(NUL)) {
      faults.push(fault(path.join('.'), 'HOLDS_NUL'));
    }
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= DEEPEST) {
      return [fault(path[0] ?? '', 'NESTED_TOO_DEEP', { most: String(DEEPEST) })];
    }
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = [...path, key];
      if (PROTOTYPES.has(key)) {
        faults.push(fault(innerPath.join('.'), 'UNKNOWN_FIELD'));
      }
      places.push({ value: inner, path: innerPath });
    }
  }
  return faults;
}
