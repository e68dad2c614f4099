import { numberOrNull } from '../../../shared/basic/values';

/** How a driver is chosen: Radaro lists none, so the list shows those that its jobs name. */
export const driverChoice = {
	searchListMethod: 'searchDrivers',
	placeholder: 'Drivers of recent jobs',
	description:
		"Chosen from the drivers of recent jobs, as Radaro lists none, or by the number in Radaro's portal",
	modes: [
		{
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 3391054',
			hint: "The driver's number in Radaro's portal",
		},
	],
};

/** The driver's number as Radaro takes it; `null` where there is none, and what is no number stays. */
export function driverOf(given: string): number | string | null {
	return numberOrNull(given) ?? (given.trim() === '' ? null : given);
}
