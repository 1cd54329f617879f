import { Link } from '@tanstack/react-router';
import { English } from './LawText';

/** Rules that say something else about the same act. */
export function RuleLinks({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <Link to="/law/rules/$rule" params={{ rule: id }} className="law-link">
            <code>{id}</code>
          </Link>
        </span>
      ))}
    </>
  );
}

/** Addresses are shown as they are recorded; a link only where the record gives a whole one. */
export function Source({ text }: { text: string }) {
  return /^https?:\/\/\S+$/.test(text) ? (
    <a className="law-source law-link" href={text} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  ) : (
    <span className="law-source">
      <English>{text}</English>
    </span>
  );
}
