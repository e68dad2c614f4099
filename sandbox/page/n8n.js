import { call, notice } from './calls.js';
import { byId, element, setText, syncList, timeOf } from './dom.js';
import { some, timeText } from './words.js';

const TONES = { starting: 'moving', running: 'good', stopping: 'moving', stopped: 'bad' };
const ACTIONS = { stop: 'running', kill: 'running', start: 'stopped' };
const SAID = {
	running: 'n8n runs again.',
	stopped: 'n8n is stopped. Play on; nothing answers now.',
};

const COMPLETE = 'Nothing is missing.';
const STILL = 'It does not move.';
const VERDICTS = { [COMPLETE]: 'good', [STILL]: 'bad' };

let status = null;

/** The n8n beside the sandbox, and whether all that happened has arrived there. */
export function showN8n(n8n) {
	byId('n8n-panel').hidden = n8n === null;
	if (n8n === null) return;
	tell(n8n);
	showEditor(n8n.editor);
	const badge = byId('n8n-status');
	badge.className = `badge ${TONES[n8n.status]}`;
	setText(badge, n8n.status);
	for (const [action, possible] of Object.entries(ACTIONS)) {
		byId(`n8n-${action}`).ariaDisabled = String(n8n.status !== possible);
	}
	setText(byId('n8n-problem'), n8n.problem ?? '');
	syncList(
		byId('n8n-arrived'),
		n8n.arrived,
		({ place }) => place,
		({ place, what, have, of }) => element('li', {}, `${place}: ${have} of ${of} ${what}`),
	);
	byId('n8n-missed').className = n8n.status === 'running' ? 'quiet' : 'problem';
	const verdict = verdictOn(n8n);
	setText(byId('n8n-missed'), missedIn(n8n, verdict));
	byId('n8n-verdict').className = `badge ${VERDICTS[verdict] ?? 'moving'}`;
	setText(byId('n8n-verdict'), verdict);
	showStandstill(n8n.standstill);
}

const REASON_UNKNOWN =
	'No run of the demo’s workflows has failed. Look whether all of them are published in n8n, and whether the services call their addresses.';

/** That nothing arrives any more, and which runs have failed meanwhile. */
function showStandstill(standstill) {
	setText(byId('n8n-standstill'), standstill ? sentenceOf(standstill) : '');
	syncList(byId('n8n-failures'), standstill?.failures ?? [], ({ url }) => url, failure);
}

function sentenceOf({ places, since, failures }) {
	const what = `${places.join(', ')}: nothing more has arrived since ${timeText(since)}.`;
	return failures.length > 0 ? what : `${what} ${REASON_UNKNOWN}`;
}

function failure({ workflow, at, url }) {
	const link = { href: url, target: '_blank', rel: 'noreferrer' };
	const executions = element('a', link, `Executions of “${workflow}”`);
	return element('li', {}, executions, ': the last failure was at ', timeOf(at), '.');
}

function showEditor(editor) {
	byId('n8n-editor').hidden = editor === null;
	if (editor === null) return;
	byId('n8n-link').href = editor.url;
	setText(byId('n8n-email'), editor.email);
	setText(byId('n8n-password'), editor.password);
}

function tell(n8n) {
	if (status !== null && status !== n8n.status && n8n.status in SAID) {
		notice(n8n.problem ?? SAID[n8n.status], { isProblem: n8n.problem !== null });
	}
	status = n8n.status;
}

function missedIn({ missed }, verdict) {
	if (missed === 0) return '';
	const calls = `${some(missed, 'call')} failed while n8n did not run`;
	return verdict === COMPLETE ? `${calls}; what was missed has arrived since.` : `${calls}.`;
}

function verdictOn({ arrived, standstill, status: now }) {
	if (now !== 'running' || !arrived.some(({ of }) => of > 0)) return '';
	if (standstill) return STILL;
	return arrived.every(({ have, of }) => have === of) ? COMPLETE : 'Under way …';
}

for (const action of Object.keys(ACTIONS)) {
	const button = byId(`n8n-${action}`);
	button.addEventListener('click', async () => {
		if (button.ariaDisabled === 'true') return;
		button.ariaDisabled = 'true';
		await call('POST', `n8n/${action}`);
	});
}
