/** Reads the fields of a method from a line: 'day n=30 dir=1 roll=fwd start=2026-10-15 cal=FED'. */
export function methodOf(text: string): Record<string, unknown> {
  const [unit, ...fields] = text.split(' ');
  const read = (name: string, value: string): unknown => {
    if (name === 'n' || name === 'dir') return Number(value);
    return name === 'extra' ? value.split(',') : value;
  };
  return Object.fromEntries([
    ['unit', unit],
    ...fields.map((field) => {
      const [name, value] = field.split('=') as [string, string];
      return [name, read(name, value)];
    }),
  ]) as Record<string, unknown>;
}
