import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { parsePartialDate } from '@app/rules';

interface PartialDateOptions {
  /** True when null says that nothing is known; the field itself must be there. */
  nullable?: boolean;
}

/** A date of which the month or day may be unknown: YYYY, YYYY-MM or YYYY-MM-DD. */
export function IsPartialDate({ nullable = false }: PartialDateOptions = {}): PropertyDecorator {
  return (target, property) => {
    if (nullable) ApiProperty({ type: String, nullable: true, required: true })(target, property);
    registerDecorator({
      name: 'isPartialDate',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must be a date that exists, written 1997, 1997-05 or 1997-05-21' },
      validator: {
        validate: (value) =>
          (nullable && value === null) || (typeof value === 'string' && parsePartialDate(value).ok),
      },
    });
  };
}
