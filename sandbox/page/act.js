import { call, notice } from './calls.js';

/** Does what a button says, once at a time, and tells what came of it. */
export async function act(button, path) {
	// Truly disabling it would take the focus away from whoever works with the keyboard.
	if (button.ariaDisabled === 'true') return;
	button.ariaDisabled = 'true';
	const done = await call('POST', path, {});
	button.ariaDisabled = 'false';
	if (!done) return;
	const deliveries = done.deliveries ?? [];
	notice(
		outcome(deliveries),
		deliveries.some(({ accepted }) => !accepted),
	);
}

function outcome(deliveries) {
	if (deliveries.length === 0) return 'Done. No webhook was sent, as nobody waits for this event.';
	const answers = deliveries.map(({ status, error }) => status ?? error);
	return `Webhook sent. Answer: ${answers.join(', ')}`;
}
