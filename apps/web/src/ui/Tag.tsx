import type { ReactNode } from 'react';

/** Tones are meanings, never decoration: urgent and soon belong to time and liberty. */
export type Tone = 'plain' | 'urgent' | 'soon' | 'good' | 'open' | 'accent';

/** A short state. The word carries it; the colour and the icon only repeat it. */
export function Tag(props: { tone?: Tone; icon?: ReactNode; children: ReactNode; title?: string }) {
  return (
    <span className="v-tag" data-tone={props.tone ?? 'plain'} title={props.title}>
      {props.icon}
      {props.children}
    </span>
  );
}

/** A sentence that must be seen, with a tone. */
export function Notice(props: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div className="v-notice" data-tone={props.tone ?? 'plain'} role={props.role}>
      {props.icon}
      <div style={{ minWidth: 0, flex: 1 }}>{props.children}</div>
    </div>
  );
}
