const { writeFileSync } = require('node:fs');

/** Hands the counts of a Jest run to the script that started it; a file that does not even load counts as failed. */
class CountReporter {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      broken: results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    if (process.env.VACATUR_TEST_COUNTS)
      writeFileSync(process.env.VACATUR_TEST_COUNTS, JSON.stringify(counts));
  }
}

module.exports = CountReporter;
