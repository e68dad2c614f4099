interface Named {
	name: string;
}

/**
 * Sorts options by name, upper and lower case alike. Without `localeCompare`, whose first call takes
 * longer than loading all nodes of this package.
 */
export function byName<Option extends Named>(options: readonly Option[]): Option[] {
	const key = ({ name }: Named): string => name.toLowerCase();
	return [...options].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
