/** One record of two that are of the same person. */
export const merging = {
  merging: {
    merge: 'Merge records',
    lead: 'Everything in the other record moves into this one. Both histories stay, and the merge can be undone.',
    reason: 'How you know that it is one person',
    comparison: 'Both records side by side',
    stays: 'This record, which stays',
    goes: 'The other record',
    name: 'Name',
    otherNames: 'Other names',
    aNumber: 'A-number',
    birth: 'Date of birth',
    country: 'Country of birth',
    contacts: 'Ways to reach',
    since: 'On record since',
    alsoKnownAs: 'Also known as',
    alsoNote: 'Records of the same person that were merged into this one.',
    mergedBy: 'Merged by {{name}}, {{when}}',
    undoneBy: 'Undone by {{name}}, {{when}}',
    undo: 'Undo merge',
    undoAsk: 'What came from the other record moves back to it. What was added since stays here.',
  },
};
