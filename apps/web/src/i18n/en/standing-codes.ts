/** Words for what motions, stays and readings of a date are called. */
export const standingCodes = {
  readingStatus: {
    operative: 'in force',
    operative_contested: 'in force, contested',
    vacated: 'vacated',
    stayed: 'stayed',
    superseded: 'superseded',
    historical: 'historical',
    policy_only: 'policy only',
    agency_target: 'agency target',
    conservative: 'conservative',
    uncertain: 'uncertain',
    outer_bound: 'outer limit',
  },
  printedDocument: {
    order: 'Order',
    notice: 'Notice',
    briefing_schedule: 'Briefing schedule',
    hearing_notice: 'Hearing notice',
    other: 'Other paper',
  },
};
