import type { ReactNode } from 'react';

/** A wide table that scrolls sideways, also by keyboard when nothing inside can take the focus. */
export function ScrollBox(props: { label: string; children: ReactNode }) {
  return (
    // A scrolling region without links inside must be reachable, or the keyboard cannot move it.
    <div className="v-scroll" role="group" aria-label={props.label} tabIndex={0}>
      {props.children}
    </div>
  );
}
