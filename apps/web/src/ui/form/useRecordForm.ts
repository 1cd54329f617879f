import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh } from '../../api/client';
import { Problem } from '../../api/problem';
import { drafts } from './draft-book';
import { faultOf, type Field, type FieldFault, type FieldValue } from './field';

/** What a form hands over with its values: the version it was based on and its idempotency key. */
export interface Sent {
  version: number | undefined;
  key: string;
  /** What the person changed: a PATCH sends no more than that. */
  edited: ReadonlySet<string>;
}

export interface RecordFormOptions<V> {
  draftKey: string;
  fields: Field<V>[];
  /** The record as it is now; changes when the record is read again. */
  initial: V;
  version?: number;
  send: (values: V, sent: Sent) => Promise<unknown>;
  done?: () => void;
  saved?: string;
}

export interface Conflict {
  label: string;
  theirs: FieldValue;
  mine: FieldValue;
}

interface Base<V> {
  version: number | undefined;
  initial: V;
}

/** A secret is typed again. */
const isSecret = <V>(field: Field<V>): boolean => field.kind === 'password';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Only what the person touched is kept as a draft, so that a record that changed underneath merges field by
 * field; where both changed the same field, the person decides.
 */
function useEdits<V extends object>(options: RecordFormOptions<V>) {
  const { draftKey, initial, version, fields } = options;
  const kept = useState(() => drafts.of(draftKey))[0];
  const [edits, setEdits] = useState<Partial<V>>(kept.edits as Partial<V>);
  const [key, setKey] = useState(kept.key);
  const [base, setBase] = useState<Base<V>>((kept.base as Base<V> | undefined) ?? { version, initial });
  const values = { ...initial, ...edits } as V;
  const visible = fields.filter((field) => !field.when || field.when(values));
  const moved = (f: Field<V>): boolean => !same(initial[f.name], base.initial[f.name]);
  const stale = base.version !== version;
  const conflicts: Conflict[] = visible
    .filter((f) => stale && f.name in edits && moved(f))
    .map((f) => ({
      label: f.label,
      theirs: initial[f.name] as FieldValue,
      mine: values[f.name] as FieldValue,
    }));
  const put = (next: Partial<V>, on: Base<V> = base): void => {
    setEdits(next);
    setBase(on);
    const typed = Object.entries(next).filter(
      ([name]) => !fields.some((f) => f.name === name && isSecret(f)),
    );
    drafts.keep(draftKey, { edits: Object.fromEntries(typed), key, base: on });
  };
  /** After the record changed: go on from what is there now, with mine or without. */
  const rebase = (mine: boolean): void => {
    const gone = mine ? [] : visible.filter(moved).map((f) => f.name as string);
    const rest = Object.entries(edits).filter(([name]) => !gone.includes(name));
    put(Object.fromEntries(rest) as Partial<V>, { version, initial });
  };
  const set = (name: keyof V & string, value: FieldValue): void => {
    const next = { ...edits, [name]: value };
    if (same(value, base.initial[name]) && same(value, initial[name])) delete next[name];
    put(next);
  };
  const renewKey = (): void => setKey(crypto.randomUUID());
  const drop = (): void => {
    drafts.drop(draftKey);
    setEdits({});
    setBase({ version, initial });
    renewKey();
  };
  const restored = Object.keys(kept.edits).length > 0;
  return { edits, base, key, values, visible, stale, conflicts, restored, set, rebase, renewKey, drop };
}
type Edits<V extends object> = ReturnType<typeof useEdits<V>>;

/** Sending a form once: the problem, the fields it names, the key that makes a repeat harmless. */
function useSending<V extends object>(options: RecordFormOptions<V>, draft: Edits<V>) {
  const { t } = useTranslation();
  const say = useFieldWords();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const clear = (): void => {
    draft.drop();
    setErrors({});
    setProblem(null);
  };
  const refused = async (found: Problem): Promise<void> => {
    setProblem(found);
    setErrors(fieldErrors(draft.visible, found, say));
    // The server answered: what is sent next is another request. Without an answer the same key is repeated.
    if (found.status !== 0) draft.renewKey();
    if (found.status === 412) await refresh();
  };
  const submit = async (): Promise<void> => {
    const faults = faultsOf(draft.visible, draft.values);
    setErrors(
      Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, t(`form.fault.${fault}`)])),
    );
    setProblem(null);
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    try {
      await options.send(draft.values, {
        version: draft.base.version,
        key: draft.key,
        edited: new Set(Object.keys(draft.edits)),
      });
      clear();
      if (options.saved !== '')
        notifications.show({
          message: options.saved ?? t('form.saved'),
          autoClose: 2500,
          closeButtonProps: { 'aria-label': t('common.close') },
        });
      options.done?.();
    } catch (error) {
      await refused(Problem.from(error));
    } finally {
      setBusy(false);
    }
  };
  return { errors, problem, busy, clear, submit, setErrors, setProblem };
}

/** A form over one record: values, draft, conflicts, problems at their field, sending once. */
export function useRecordForm<V extends object>(options: RecordFormOptions<V>) {
  const draft = useEdits(options);
  const { errors, problem, busy, clear, submit, setErrors, setProblem } = useSending(options, draft);
  const touched = Object.keys(draft.edits).length > 0;
  return {
    ...draft,
    errors,
    problem,
    busy,
    submit,
    discard: clear,
    stale: draft.stale && (touched || problem?.status === 412),
    restored: touched && draft.restored,
    set: (name: keyof V & string, value: FieldValue): void => {
      draft.set(name, value);
      setErrors(({ [name]: _gone, ...rest }) => rest);
    },
    settle: (mine: boolean): void => {
      draft.rebase(mine);
      setProblem(null);
    },
  };
}

function faultsOf<V>(fields: Field<V>[], values: V): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const fault = faultOf(field, values[field.name] as FieldValue);
    if (fault) faults[field.name] = fault;
  }
  return faults;
}

/** The screens' words for a refused field, where they have some; else the server's own. */
function useFieldWords(): (code: string, message: string) => string {
  const { t, i18n } = useTranslation();
  return (code, message) => {
    const key = `fieldProblem.${code}`;
    return i18n.exists(key) ? t(key as 'fieldProblem.in_future') : message;
  };
}

/** What the server refused at which field. */
function fieldErrors<V>(
  fields: Field<V>[],
  problem: Problem,
  say: (code: string, message: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, code, message } of problem.fields) {
    const field = fields.find((f) => (f.path ?? f.name) === path || path.startsWith(`${f.path ?? f.name}.`));
    if (field) found[field.name] ??= say(code, message);
  }
  return found;
}
