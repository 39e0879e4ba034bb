/** What an input says of itself while `problem` is wrong with it. */
export function wrong(name: string, problem: string | undefined) {
  return problem === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-wrong` };
}

/** The problem, beside its input, so that it is read where it can be mended. */
export function Wrong({ name, problem }: { name: string; problem: string | undefined }) {
  return problem === undefined ? null : (
    <small id={`${name}-wrong`} class="wrong" role="alert">
      {problem}
    </small>
  );
}
