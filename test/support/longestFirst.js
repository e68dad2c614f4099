const Sequencer = require('@jest/test-sequencer').default;

/** The tests that take minutes, the longest first. */
const LONG = [
	'templates',
	'soak',
	'eventLog',
	'editorImport',
	'firstMail',
	'readyCloudTrigger',
	'routigoTrigger',
].map((name) => `/test/workflow/${name}.test.ts`);

/** Begins with the longest tests, so that none of them is left alone at the end. */
module.exports = class extends Sequencer {
	sort(tests) {
		const place = ({ path }) =>
			LONG.findIndex((name) => path.endsWith(name)) + 1 || LONG.length + 1;
		return super.sort(tests).sort((one, other) => place(one) - place(other));
	}
};
