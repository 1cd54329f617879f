/** Something the person at the keyboard can put right: the message is a sentence that says how. No stack is shown. */
export class Problem extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'Problem';
  }
}

const meanings = {
  ENOSPC: (path) =>
    `The disk that holds ${path} is full. Free some space, or point VACATUR_HOME to a folder on another disk.`,
  EDQUOT: (path) =>
    `Your quota on the disk that holds ${path} is used up. Free some space, or point VACATUR_HOME elsewhere.`,
  EACCES: (path) =>
    `Vacatur may not write to ${path}. Give this user the right to, or point VACATUR_HOME to a folder it owns.`,
  EPERM: (path) =>
    `Vacatur may not write to ${path}. Give this user the right to, or point VACATUR_HOME to a folder it owns.`,
  EROFS: (path) => `${path} lies on a read-only disk. Point VACATUR_HOME to a folder that can be written.`,
  ENOTDIR: (path) => `${path} is not a folder. Move it away, or point VACATUR_HOME to another folder.`,
  EEXIST: (path) => `${path} is not a folder. Move it away, or point VACATUR_HOME to another folder.`,
  // What a recursive mkdir answers on a read-only disk.
  ENOENT: (path) => `${path} cannot be made there. Point VACATUR_HOME to a folder that can be written.`,
};

/** Runs a step that writes to the disk and turns the ordinary refusals of the system into a Problem. */
export function writing(path, step) {
  try {
    return step();
  } catch (error) {
    throw explain(path, error);
  }
}

/** The Problem behind a system error about a path, or the error itself when it is not an ordinary refusal. */
export function explain(path, error) {
  const meaning = meanings[error?.code];
  return meaning ? new Problem(meaning(path), { cause: error }) : error;
}
