import { useTranslation } from 'react-i18next';
import type { TrustedContact } from '../../api/types';
import { useWords } from '../../i18n/words';

const SIZE = 520;
const CENTRE = SIZE / 2;
const RING = 178;
const DOT = 30;

/** A name on at most two lines of so many letters. */
function linesOf(name: string, most = 15): string[] {
  const words = name.split(' ');
  const first: string[] = [];
  while (words.length && [...first, words[0]].join(' ').length <= most) first.push(words.shift()!);
  if (first.length === 0) first.push(words.shift() ?? '');
  const rest = words.join(' ');
  return [first.join(' '), rest.length > most ? `${rest.slice(0, most - 1)}…` : rest].filter(Boolean);
}

/** The person in the middle and the pod around them, in the order of calling from the top clockwise. */
export function PodPicture({ name, items }: { name: string; items: TrustedContact[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const list = items
    .map((one) =>
      t('person.podPictureEntry', {
        number: one.callOrder,
        name: one.name,
        role: word('trustedRole', one.role),
      }),
    )
    .join('; ');
  return (
    <svg
      className="v-pod"
      viewBox={`0 0 ${SIZE} ${SIZE + 20}`}
      role="img"
      aria-label={`${t('person.podPicture', { name })}. ${t('person.podPictureText', { list })}`}
    >
      <circle cx={CENTRE} cy={CENTRE} r={RING} className="v-pod-ring" />
      {items.map((one, at) => (
        <Spoke key={one.id} one={one} at={at} count={items.length} role={word('trustedRole', one.role)} />
      ))}
      <circle cx={CENTRE} cy={CENTRE} r={62} className="v-pod-middle" />
      <text x={CENTRE} y={CENTRE - 4} textAnchor="middle" className="v-pod-name" aria-hidden>
        {linesOf(name, 12).map((line, at) => (
          <tspan key={line} x={CENTRE} dy={at === 0 ? 0 : 17}>
            {line}
          </tspan>
        ))}
      </text>
    </svg>
  );
}

function Spoke(props: { one: TrustedContact; at: number; count: number; role: string }) {
  const { one, at, count, role } = props;
  const angle = (at / count) * 2 * Math.PI - Math.PI / 2;
  const x = CENTRE + Math.cos(angle) * RING;
  const y = CENTRE + Math.sin(angle) * RING;
  const lines = linesOf(one.name);
  return (
    <g aria-hidden>
      <line
        x1={CENTRE}
        y1={CENTRE}
        x2={x}
        y2={y}
        className="v-pod-line"
        data-agreed={one.agreedOn ? '' : undefined}
      />
      <circle cx={x} cy={y} r={DOT} className="v-pod-dot" data-agreed={one.agreedOn ? '' : undefined} />
      <text x={x} y={y + 8} textAnchor="middle" className="v-pod-number">
        {one.callOrder}
      </text>
      <text x={x} y={y + DOT + 16} textAnchor="middle" className="v-pod-name">
        {lines.map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
        <tspan x={x} dy={15} className="v-pod-role">
          {role}
        </tspan>
      </text>
    </g>
  );
}
