import type { ExecutionContext } from '@nestjs/common';

/** Works out what follows from a route alone when it is first asked for, and not at every request. */
export function oncePerRoute<T>(compute: (context: ExecutionContext) => T): (context: ExecutionContext) => T {
  // An inherited handler belongs to several classes, which may say different things of it.
  const known = new WeakMap<object, WeakMap<object, { value: T }>>();
  return (context) => {
    const found = known.get(context.getClass())?.get(context.getHandler());
    if (found) return found.value;
    const made = { value: compute(context) };
    const ofClass = known.get(context.getClass()) ?? new WeakMap<object, { value: T }>();
    known.set(context.getClass(), ofClass.set(context.getHandler(), made));
    return made.value;
  };
}
