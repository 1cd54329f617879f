import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';
import './law.css';

export interface Section {
  to: LinkProps['to'];
  label: string;
}

/** The parts of a place of the product, as links in a line. */
export function SectionLinks(props: { label: string; sections: Section[] }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const active = props.sections
    .filter(({ to }) => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => String(b.to).length - String(a.to).length)[0];
  return (
    <nav aria-label={props.label} className="law-sections law-no-print">
      {props.sections.map((section) => (
        <Link
          key={section.to}
          to={section.to}
          activeOptions={{ exact: true }}
          className="law-section"
          aria-current={section === active ? 'page' : undefined}
        >
          {section.label}
        </Link>
      ))}
    </nav>
  );
}
