import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** The data folder of this installation: `.vacatur` in the checkout, or what VACATUR_HOME names. */
export const homeFolder = () => resolve(process.env.VACATUR_HOME || inRoot('.vacatur'));

/** The command line program of an installed package, run with this very Node. */
export const tool = (...parts) => inRoot('node_modules', ...parts);
