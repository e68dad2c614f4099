import type { Property } from '../api/properties';

/**
 * The option that a text means: it may stand there as a sheet has it, by its name or in other
 * capitals. A text that means none of them, or several, stays as it is: a vendor may know more than
 * the node offers.
 */
export function optionIn({ options = [] }: Pick<Property, 'options'>, given: string): string {
	const offered = options.flatMap((option) =>
		'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
	);
	if (offered.some(({ value }) => value === given)) return given;
	const word = plain(given);
	const byValue = offered.filter(({ value }) => plain(value) === word);
	const meant = byValue.length > 0 ? byValue : offered.filter(({ name }) => plain(name) === word);
	const [only, ...others] = meant;
	return only === undefined || others.length > 0 ? given : only.value;
}

function plain(text: string): string {
	return text.trim().toLowerCase();
}
