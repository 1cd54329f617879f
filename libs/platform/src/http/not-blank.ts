import { registerDecorator } from 'class-validator';

/** Text with at least one character that can be seen. */
export function IsNotBlank(each?: { each: boolean }): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isNotBlank',
      target: target.constructor,
      propertyName: String(property),
      options: { message: '$property must not be blank', ...each },
      validator: { validate: (value) => typeof value === 'string' && /[^\s\p{C}\p{Z}]/u.test(value) },
    });
  };
}
