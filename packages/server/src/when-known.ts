/**
 * Goes on at once with what is known, and later with what is still asked for. For what is on the way of every notification:
 * nearly all of it is known, and each promise would wait for a round of the others.
 */
export function whenKnown<T, U>(value: T | Promise<T>, next: (value: T) => U | Promise<U>): U | Promise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
