/** Why a file is not taken. Each has a sentence that says what to do instead. */
export const REFUSALS = {
  empty: 'This file is empty. Check that it was saved completely, then choose it again.',
  html: 'This file is a web page, whatever its name says. Print the page to PDF and upload that.',
  heic: 'Pictures in the HEIC format keep the place where they were taken in a way that cannot be removed here. Export the picture as JPEG.',
  other_picture: 'This picture format is not taken. Save the picture as JPEG or PNG, or a scan as PDF.',
  old_office:
    'This is a Word file with a password or in the old .doc format. Save it without a password as .docx or PDF.',
  archive: 'Archives are not taken. Unpack it and upload the documents one by one.',
  program: 'Programs and scripts are not taken.',
  unknown:
    'This is not a PDF, JPEG, PNG, Word (.docx) or plain text file. Convert it to PDF and upload that.',
  damaged:
    'This file is damaged or incomplete. Open it on your computer, save it again, and upload the new copy.',
  encrypted:
    'This PDF needs a password. Open it, print it to PDF without a password, and upload that. The password is not needed here.',
  macros: 'This Word file contains macros, which can do harm. Save it as .docx without macros, or as PDF.',
  bomb: 'This file unpacks to far more than its size. It may have been made to do harm. Save it again as PDF.',
  too_many_pixels: 'This picture has more than 100 million pixels. Save it in a smaller size.',
  too_complex:
    'This file could not be opened within the time and memory allowed. Save it again as a simple PDF.',
  not_text: 'This text file has characters that are not UTF-8. Save it as UTF-8 text or as PDF.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A file that is not taken. It carries nothing of the file. */
export class Refused extends Error {
  constructor(readonly code: RefusalCode) {
    super(REFUSALS[code]);
  }
}
