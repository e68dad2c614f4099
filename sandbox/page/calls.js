import { setText } from './dom.js';

let afterwards = () => undefined;

/** What to do after each call that may have changed something. */
export function afterEachCall(action) {
	afterwards = action;
}

/**
 * Calls the control interface; tells a person when it refuses, and then gives undefined.
 *
 * @param refused is told what is wrong with which field, where it can say so there
 */
export async function call(method, path, body, refused) {
	try {
		const response = await fetch(`/control/${path}`, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const answer = response.status === 204 ? {} : await response.json();
		if (response.ok) return answer;
		if (refused && answer.fields) refused(answer.fields);
		else {
			const text = answer.error ?? `The sandbox answered with ${response.status}.`;
			notice(text, { isProblem: true });
		}
	} catch {
		notice('The sandbox does not answer. Is it still running?', { isProblem: true });
	} finally {
		if (method !== 'GET') await afterwards();
	}
	return undefined;
}

// Long enough to be read; what went wrong is read twice.
const SHOWN_MS = 8000;
let shown;

/** One sentence in the bar above, for some seconds, or until the next one. */
export function notice(text, { isProblem = false, stays = false } = {}) {
	const line = document.getElementById('notice');
	clearTimeout(shown);
	if (!stays) {
		shown = setTimeout(() => setText(line, ''), isProblem ? 2 * SHOWN_MS : SHOWN_MS);
	}
	line.classList.toggle('problem', isProblem);
	setText(line, text);
}
