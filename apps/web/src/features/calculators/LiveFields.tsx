import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf, type Field, type FieldValue } from '../../ui/form/field';
import { FieldInput } from '../../ui/form/FieldInput';
import { DayField } from './DayField';

export type Texts = Record<string, FieldValue>;

/** Whether nothing that was typed is only half of a date or a number. */
export function complete(fields: Field<Texts>[], values: Texts): boolean {
  return fields.every((field) => !faultOf({ ...field, required: false }, values[field.name] ?? ''));
}

/** Fields that are read while they are typed: a fault is named when the field is left, or by the server. */
export function LiveFields(props: {
  fields: Field<Texts>[];
  values: Texts;
  faults: Record<string, string>;
  onChange: (values: Texts) => void;
}) {
  return (
    <div className="law-fields">
      {props.fields.map((field) => (
        <LiveField
          key={field.name}
          field={field}
          value={props.values[field.name] ?? ''}
          fault={props.faults[field.name]}
          onChange={(value) => props.onChange({ ...props.values, [field.name]: value })}
        />
      ))}
    </div>
  );
}

function LiveField(props: {
  field: Field<Texts>;
  value: FieldValue;
  fault?: string;
  onChange: (value: FieldValue) => void;
}) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(false);
  const { field, value, onChange } = props;
  const typed = faultOf({ ...field, required: false }, value);
  const long = typeof value === 'string' && value.length >= 10;
  const error = typed ? (left || long ? t(`form.fault.${typed}`) : undefined) : props.fault;
  return (
    <div onBlur={() => setLeft(true)}>
      {field.kind === 'date' ? (
        <DayField
          label={field.label}
          plainLabel={field.label}
          name={field.name}
          required={field.required}
          hint={field.hint}
          value={typeof value === 'string' ? value : ''}
          error={error}
          onChange={onChange}
        />
      ) : (
        <FieldInput field={field} value={value} error={error} onChange={onChange} />
      )}
    </div>
  );
}
