import { orNull, type Field } from '../../../ui/form/field';
import { RecordForm } from '../../../ui/form/RecordForm';

type Texts = Record<string, string>;

/** Fields that are texts, dates and choices: what is empty is sent as null, and left out of a new record. */
export function TextForm(props: {
  draftKey: string;
  fields: Field<Texts>[];
  /** The record that is changed. */
  item?: { version: number };
  /** What a new record begins with. */
  begin?: Texts;
  send: (body: Record<string, string | null>, how: { version?: number; key: string }) => Promise<unknown>;
  close: () => void;
}) {
  const { fields, item, begin = {}, close } = props;
  const values = item as unknown as Record<string, unknown> | undefined;
  const initial = Object.fromEntries(
    fields.map(({ name }) => [name, String((values ? values[name] : begin[name]) ?? '')]),
  );
  return (
    <RecordForm<Texts>
      draftKey={props.draftKey}
      version={item?.version}
      fields={fields}
      initial={initial}
      send={(texts, how) => {
        const body = Object.entries(texts).map(([name, text]) => [name, orNull(text)] as const);
        const said = body.filter(([, value]) => item !== undefined || value !== null);
        return props.send(Object.fromEntries(said), how as { version?: number; key: string });
      }}
      done={close}
      onCancel={close}
    />
  );
}
