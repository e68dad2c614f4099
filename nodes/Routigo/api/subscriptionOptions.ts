import { fixedCollection, number, text } from '../../shared/api/fields';
import { defineProperties } from '../../shared/api/properties';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { textsIn } from '../../shared/basic/textList';
import { idOrNull } from '../../shared/basic/values';
import { headersIn, type Pairs, queryParametersIn } from './namedValues';

/** The fields of a collection that say how a subscription is served; trigger and node share them. */
export const subscriptionFields = defineProperties([
	text('Service Centres', 'serviceCentres', {
		placeholder: 'e.g. ZWOLLE, GRONINGEN',
		description:
			'Codes of the service centres to hear of, separated by commas. Without it, all that the key may access.',
	}),
	text('Supplier', 'supplierToFilterOn', {
		placeholder: 'e.g. BAKERY-7',
		description: 'Code of a supplier. What does not contain it is not sent.',
	}),
	fixedCollection('Headers to Send Along', 'headers', {
		typeOptions: { multipleValues: true },
		description: 'Sent by RoutiGo with every notification',
		options: [
			{
				displayName: 'Header',
				name: 'parameter',
				values: [text('Name', 'name'), text('Value', 'value', { typeOptions: { password: true } })],
			},
		],
	}),
	fixedCollection('Parameters to Send Along', 'queryParameters', {
		typeOptions: { multipleValues: true },
		description: 'Added by RoutiGo to the address with every notification',
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [text('Name', 'name'), text('Value', 'value')],
			},
		],
	}),
	number('Minutes to Live', 'minutesToLive', {
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1440,
		description:
			'How long RoutiGo keeps sending a notification that was not taken, in minutes. Without it, one day.',
	}),
	number('Seconds Before Retry', 'secondsDelayBeforeRetry', {
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 600,
		description:
			'How long RoutiGo waits before it sends a notification again, in seconds. Without it, 10 minutes.',
	}),
]);

/** The fields as n8n gives them; expressions may make anything of them. */
export type SubscriptionOptions = {
	[Field in (typeof subscriptionFields)[number]['name']]?: unknown;
};

/** The fields as they are sent; what is empty or `null` is not. */
export interface SubscriptionValues {
	serviceCentres: string[];
	headers: Pairs;
	queryParameters: Pairs;
	minutesToLive: number | null;
	secondsDelayBeforeRetry: number | null;
	supplierToFilterOn: string | null;
}

/** @throws InvalidInput naming the field that cannot be sent */
export function readSubscriptionOptions(options: SubscriptionOptions): SubscriptionValues {
	return {
		serviceCentres: codesIn(options.serviceCentres),
		headers: headersIn(options.headers),
		queryParameters: queryParametersIn(options.queryParameters),
		minutesToLive: wholeNumber(options.minutesToLive, 'Minutes to Live'),
		secondsDelayBeforeRetry: wholeNumber(options.secondsDelayBeforeRetry, 'Seconds Before Retry'),
		supplierToFilterOn: idOrNull(options.supplierToFilterOn),
	};
}

function codesIn(given: unknown): string[] {
	return textsIn(given ?? '');
}

/** RoutiGo documents no bounds, only that both are whole numbers. */
function wholeNumber(given: unknown, label: string): number | null {
	if (given === undefined || given === null || given === '') return null;
	const number = Number(given);
	if (Number.isInteger(number) && number >= 1) return number;
	throw new InvalidInput(
		`"${label}" must be a whole number of 1 or more, but it is "${String(given)}".`,
	);
}
