/** One replacement in one file, and the tests that must notice it. */
export interface Fault {
  name: string;
  file: string;
  from: string;
  to: string;
  test: string;
}

export const faults: Fault[];
