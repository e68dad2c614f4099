import { call, notice } from './calls.js';
import { byId, element, setText, syncList } from './dom.js';
import { clearFault, tellFault } from './fields.js';
import { inNumbers } from './outcomes.js';
import { some } from './words.js';

let wasRunning = false;

/** How far the day is that is being played, or what came of it. */
export function showDay(play, vendors) {
	byId('day-result').hidden = play === null;
	byId('day-stop').hidden = play?.state !== 'running';
	if (play === null) return;
	const progress = byId('day-progress');
	progress.max = play.stepsPlanned;
	progress.value = play.steps;
	progress.hidden = play.state !== 'running';
	const summary = summaryOf(play);
	setText(byId('day-summary'), summary);
	setText(byId('day-number'), `The last day was number ${play.seed}.`);
	const label = (name) => vendors.find((vendor) => vendor.name === name)?.label ?? name;
	const lines = Object.entries(play.vendors).map(([name, each]) => ({
		name,
		text: `${label(name)}: ${some(each.jobs, 'job')}, ${some(each.sent, 'webhook')}${cameTo(each)}${silenceIn(each)}`,
	}));
	syncList(
		byId('day-vendors'),
		lines,
		({ name }) => name,
		({ text }) => element('li', {}, text),
	);
	const problems = play.problems.map((text, index) => ({ text, index }));
	syncList(
		byId('day-problems'),
		problems,
		({ index }) => index,
		({ text }) => element('li', {}, text),
	);
	if (wasRunning && play.state !== 'running')
		notice(summary, { isProblem: play.problems.length > 0 });
	wasRunning = play.state === 'running';
}

const STATES = { running: 'Under way', done: 'Done', stopped: 'Stopped' };

function summaryOf(play) {
	const jobs = `${play.jobs} of ${play.jobsPlanned} jobs`;
	return `${STATES[play.state]}: ${jobs}, ${some(play.sent, 'webhook')} sent${cameTo(play)}.`;
}

function cameTo({ outcomes }) {
	const numbers = inNumbers(outcomes);
	return numbers === '' ? '' : ` (${numbers})`;
}

/** Why nobody was told of other events, if so. */
function silenceIn({ suspended, unheard }) {
	const whys = [
		[suspended, 'as the webhooks for them are suspended'],
		[unheard, 'as no workflow has asked for them'],
	];
	return whys
		.filter(([count]) => count > 0)
		.map(([count, why]) => `; ${some(count, 'other event')} went to nobody, ${why}`)
		.join('');
}

/** Whether a number is one that can be taken; says below it which ones can be. */
function isFilledIn(name) {
	const [field, line] = [byId(`day-${name}`), byId(`day-${name}-fault`)];
	clearFault(field, line);
	if (field.checkValidity()) return true;
	tellFault(field, line, `A whole number from ${field.min} to ${field.max}.`);
	return false;
}

byId('day').addEventListener('submit', async (event) => {
	event.preventDefault();
	// All of them are looked at, and the first gets the focus.
	const wrong = ['jobs', 'seed'].filter((name) => !isFilledIn(name));
	if (wrong.length > 0) {
		if (wrong.includes('seed')) byId('day-more').open = true;
		byId(`day-${wrong[0]}`).focus();
		return;
	}
	const seed = byId('day-seed').value;
	const begun = await call('POST', 'play', {
		jobs: Number(byId('day-jobs').value),
		pace: Number(byId('day-pace').value),
		...(seed === '' ? {} : { seed: Number(seed) }),
	});
	if (begun) notice('The day begins.');
});

byId('day-stop').addEventListener('click', async () => {
	// It is about to be hidden, and the focus with it.
	byId('day').querySelector('[type="submit"]').focus();
	await call('DELETE', 'play');
});
