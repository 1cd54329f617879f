import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../api/types';
import { useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { LawText } from './LawText';
import { doubtOf, runsOf, type TraceStep } from './trace';

/** The whole trace in its order, numbered through. The law's own words stay English. */
export function TraceSteps({ trace }: Pick<Deadline, 'trace'>) {
  const { t } = useTranslation();
  return (
    <div className="v-trace">
      {runsOf(trace).map((run) => (
        <section key={run.first} data-part={run.part}>
          <h4>{t(`deadlines.part.${run.part}`)}</h4>
          <ol start={run.first}>
            {run.steps.map((step, at) => (
              <li key={run.first + at}>
                <Step step={step} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Step({ step }: { step: TraceStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const doubt = step.step === 'doubt' ? doubtOf(step.text) : null;
  const said = !step.on || /\b(19|20)\d\d\b/.test(step.text);
  return (
    <>
      {doubt ? <Tag tone="soon">{t(`deadlines.doubt.${doubt}`)}</Tag> : null}{' '}
      <LawText>{doubt ? step.text.slice(step.text.indexOf(':') + 2) : step.text}</LawText>
      {said ? null : (
        <>
          {' '}
          <strong className="v-num">{format.longDay(step.on)}</strong>
        </>
      )}
    </>
  );
}
