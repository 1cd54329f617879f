import { Fragment } from 'react';

const RULE_ID = /\b([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)\b/g;

/** Words of the law as the server gives them: English, with the ids of rules set as code. */
export function LawText({ children }: { children: string }) {
  // Every second part is what the pattern caught.
  const parts = children.split(RULE_ID);
  return (
    <span lang="en">
      {parts.map((part, at) =>
        at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>,
      )}
    </span>
  );
}
