import { registerDecorator } from 'class-validator';
import { countryByCode } from '@app/rules';

/** ISO 3166-1 alpha-2 code of a country that is on the list. */
export function IsKnownCountry(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isKnownCountry',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'There is no country with this code.' },
      validator: {
        validate: (value: unknown) => typeof value === 'string' && countryByCode(value) !== undefined,
      },
    });
}
