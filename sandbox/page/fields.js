import { setText } from './dom.js';

/**
 * Says below a field what is wrong with it, for those who see it and those who hear it, until somebody
 * types there.
 */
export function tellFault(field, line, text) {
	setText(line, text);
	field.setAttribute('aria-invalid', 'true');
	field.addEventListener('input', () => clearFault(field, line), { once: true });
}

export function clearFault(field, line) {
	setText(line, '');
	field.removeAttribute('aria-invalid');
}

/** Has a field of several lines, which shows a long address whole, take one address: Enter sends its form. */
export function holdsOneAddress(field) {
	field.dataset.oneAddress = 'yes';
	field.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.isComposing) return;
		event.preventDefault();
		field.form.requestSubmit();
	});
}

/** The addresses in a field, however they are set apart. */
export function addressesIn(field) {
	return field.value.split(/[\s,]+/).filter(Boolean);
}
