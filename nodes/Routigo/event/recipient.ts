import { idOrNull, joinTexts, numberOrNull, textOrNull } from '../../shared/basic/values';
import type { KnownColumns } from '../../shared/event/deliveryRow';
import type { FoundValues } from './findValues';
import { NAMES } from './names';
import { streetLine } from './streetLine';

/** Who gets the delivery, and where. */
export function recipientOf(found: FoundValues): KnownColumns {
	return {
		recipientName: textOrNull(found.first(NAMES.recipientName)),
		recipientPhone: idOrNull(found.first(NAMES.recipientPhone)),
		recipientEmail: textOrNull(found.first(NAMES.recipientEmail)),
		...addressOf(found),
		...coordinatesOf(found),
	};
}

/** The order's upload has street, number and addition apart; one line is taken as it is. */
function addressOf(found: FoundValues): KnownColumns {
	const street = textOrNull(found.first(NAMES.street));
	const number = idOrNull(found.first(NAMES.houseNumber));
	const addition = idOrNull(found.first(NAMES.houseNumberAddition));
	const postCode = idOrNull(found.first(NAMES.postCode));
	const city = textOrNull(found.first(NAMES.city));
	const country = textOrNull(found.first(NAMES.country));
	const place = streetLine(street, number, addition);
	const town = [postCode, city].filter((part) => part !== null);
	const line = textOrNull(found.first(NAMES.addressLine));
	return {
		address: street === null ? line : joinTexts([place, town.join(' '), country], ', '),
		postCode,
		city,
		country,
	};
}

function coordinatesOf(found: FoundValues): KnownColumns {
	const latitude = numberOrNull(found.first(NAMES.latitude));
	const longitude = numberOrNull(found.first(NAMES.longitude));
	if (latitude === null || longitude === null) return {};
	return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : {};
}
