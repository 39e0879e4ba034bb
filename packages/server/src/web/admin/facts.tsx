import type { Child } from 'hono/jsx';

/** Names and values, one below the other. */
export function Facts({ children }: { children: Child }) {
  return <dl class="facts">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
