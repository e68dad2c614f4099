const HIDDEN = '***';

/**
 * An address of another program as it may be shown: without a user or a password before the host, and
 * with the names of its query parameters, but not their values.
 *
 * @param told values that are no secret, because they stand beside the address anyway
 */
export function addressWithoutValues(url: unknown, told: readonly unknown[] = []): unknown {
	if (typeof url !== 'string') return url;
	const [place = '', ...rest] = url.replace(/#.*$/s, '').split('?');
	const shown = place.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, `$1${HIDDEN}@`);
	if (rest.length === 0) return shown;
	const pairs = rest.join('?').split('&');
	const named = pairs.map((pair) => {
		const at = pair.indexOf('=');
		// Without a sign of equality nobody can say whether it is a name.
		if (at < 0) return pair === '' ? '' : HIDDEN;
		return told.includes(pair.slice(at + 1)) ? pair : `${pair.slice(0, at)}=${HIDDEN}`;
	});
	return `${shown}?${named.join('&')}`;
}

/**
 * What `addressWithoutValues` hides of an address, also decoded, for where a vendor may repeat it.
 *
 * @param told values that are no secret
 */
export function valuesInAddress(url: string, told: readonly unknown[] = []): string[] {
	const [place = '', ...rest] = url.replace(/#.*$/s, '').split('?');
	const user = /^[a-z][a-z0-9+.-]*:\/\/([^/@]*)@/i.exec(place)?.[1] ?? '';
	const query = rest.join('?');
	const values = query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1));
	const all = [user, ...user.split(':'), ...values, ...new URLSearchParams(query).values()];
	return [...new Set(all)].filter((value) => value !== '' && !told.includes(value));
}

/** Headers or parameters of another program as they may be shown: their names, but not their values. */
export function pairsWithoutValues(
	pairs: Readonly<Record<string, unknown>>,
	told: readonly unknown[] = [],
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(pairs).map(([name, value]) => [name, told.includes(value) ? value : HIDDEN]),
	);
}
