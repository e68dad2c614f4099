import { type Field, type More, optionalLocator } from '../../../shared/api/fields';

/** "Assign To", by the name that a driver or vehicle has in Detrack (docs/vendors.md#detrack-vehicles). */
export function assignToField(more: More): Field<'resourceLocator', 'assignTo'> {
	return optionalLocator('Assign To', 'assignTo', {
		...more,
		searchListMethod: 'searchVehicles',
		placeholder: 'Choose a driver or vehicle',
		modes: [
			{
				displayName: 'By Name',
				name: 'name',
				placeholder: 'e.g. Lee Wei Ming',
				hint: 'Exactly as Detrack shows it',
			},
		],
	});
}
