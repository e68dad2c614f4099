import { call, notice } from './calls.js';
import { toldOf } from './outcomes.js';

// Less is not noticed as waiting.
const PATIENCE_MS = 700;

/**
 * Does what a button says, once at a time, and tells what came of it.
 *
 * @param refused is told what is wrong with which field
 */
export async function act(event, path, body = {}, refused = undefined) {
	const button = event.submitter ?? event.currentTarget;
	// The second click of a double click may meet a button that has just taken this one's place.
	if (event.detail > 1) return;
	// Truly disabling it would take the focus away from whoever works with the keyboard.
	if (button.ariaDisabled === 'true') return;
	button.ariaDisabled = 'true';
	const waiting = setTimeout(
		() => notice('Sent. Waiting for an answer …', { stays: true }),
		PATIENCE_MS,
	);
	const atField = (fields) => {
		notice('');
		refused(fields);
	};
	const done = await call('POST', path, body, refused && atField);
	clearTimeout(waiting);
	button.ariaDisabled = 'false';
	if (!done) return;
	const said = done.webhooks
		? 'Done. Publish the workflow again to see it put in order.'
		: done.told;
	const { text, isProblem } = said ? { text: said } : toldOf(done);
	notice(text, { isProblem });
}
