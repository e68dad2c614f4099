import { call, notice } from './calls.js';
import { toldOf } from './outcomes.js';

/** Does what a button says, once at a time, and tells what came of it. */
export async function act(button, path, body = {}) {
	// Truly disabling it would take the focus away from whoever works with the keyboard.
	if (button.ariaDisabled === 'true') return;
	button.ariaDisabled = 'true';
	const done = await call('POST', path, body);
	button.ariaDisabled = 'false';
	if (!done) return;
	const { text, isProblem } = done.webhooks
		? { text: 'Done. Publish the workflow again to see it put in order.' }
		: toldOf(done.deliveries ?? []);
	notice(text, isProblem);
}
