import { addError, type FieldErrors, fromZod } from '../core/fieldErrors';
import { isRecord } from '../core/json';
import { DELIVERY_ZONES, DRIVERS, SUB_BRANDS } from './defaults';
import { inputSchema, type JobInput } from './input';
import type { RadaroSettings } from './settings';

const CREATION_STATUSES = ['pending', 'assigned', 'not_assigned'];
const REQUIRED_FIELDS = ['external_id', 'customer', 'deliver_address'];
const REQUIRED = 'This field is required.';

export interface Checked {
	input: JobInput;
	/** Empty when the input can be used. */
	errors: FieldErrors;
}

interface Context {
	settings: RadaroSettings;
	taken(externalId: string): boolean;
}

/** Checks a job that is to be created. */
export function checkNew(body: unknown, context: Context): Checked {
	const checked = checkFields(body, context);
	const { input, errors } = checked;
	if (!isRecord(body)) return checked;
	for (const field of REQUIRED_FIELDS)
		if (body[field] === undefined) addError(errors, [field], REQUIRED);
	if (isRecord(body.customer) && body.customer.name === undefined) {
		addError(errors, ['customer', 'name'], REQUIRED);
	}
	if (input.status !== undefined && !CREATION_STATUSES.includes(input.status)) {
		const allowed = CREATION_STATUSES.join(', ');
		addError(errors, ['status'], `A new job can't be "${input.status}", only: ${allowed}.`);
	}
	if (input.status === 'pending') checkPending(checked, context);
	return checked;
}

/** Checks the fields of a job. */
export function checkFields(body: unknown, context: Pick<Context, 'taken'>): Checked {
	const parsed = inputSchema.safeParse(body);
	if (!parsed.success) {
		return { input: {}, errors: fromZod(parsed.error) };
	}
	const input = parsed.data;
	const errors: FieldErrors = {};
	if (input.external_id !== undefined && context.taken(input.external_id)) {
		addError(errors, ['external_id'], 'A job with this external_id already exists.');
	}
	checkExists(errors, 'driver', input.driver, DRIVERS);
	checkExists(errors, 'sub_branding', input.sub_branding, SUB_BRANDS);
	checkExists(errors, 'delivery_zone', input.delivery_zone, DELIVERY_ZONES);
	if (input.delivery_interval && (input.deliver_after || input.deliver_before)) {
		const message = 'Use either delivery_interval or deliver_after and deliver_before.';
		addError(errors, ['delivery_interval'], message);
	}
	return { input, errors };
}

function checkExists(
	errors: FieldErrors,
	field: string,
	id: number | null | undefined,
	known: ReadonlyArray<{ id: number }>,
): void {
	if (id === undefined || id === null || known.some((each) => each.id === id)) return;
	addError(errors, [field], `Invalid pk "${id}" - object does not exist.`);
}

function checkPending({ input, errors }: Checked, { settings }: Context): void {
	if (!settings.pendingEnabled) {
		addError(errors, ['status'], 'The status "pending" is not enabled for this merchant.');
	}
	const postCode = input.deliver_address?.post_code;
	const zone = DELIVERY_ZONES.find((each) => each.postCodes.includes(postCode ?? ''));
	if (typeof input.delivery_zone !== 'number' && !zone) {
		const message = 'A pending job needs a delivery zone, or a post_code that lies in one.';
		addError(errors, ['delivery_zone'], message);
	}
	if (!input.customer?.phone) addError(errors, ['customer', 'phone'], REQUIRED);
}
