import type { IHttpRequestMethods } from 'n8n-workflow';

import type { About, Explanation, VendorWords } from '../../shared/api/apiErrors';
import { idOrNull, joinTexts, keysOf, recordsIn, textOrNull } from '../../shared/basic/values';

const FINISHED =
	'A finished job can only be deleted when "Enable deletion of completed jobs" is on in Detrack, under Settings → Job → POD.';

/**
 * What an answer's `code` means where its status is not documented: the same one may come as 403,
 * which elsewhere means a wrong key (docs/vendors.md#detrack-errors).
 */
const CODES = new Map<string, (about: About) => Explanation | undefined>([
	[
		'forbidden',
		// Known for deletions only; elsewhere it may be about the key after all.
		({ subject }) =>
			subject?.includes('deletion')
				? { message: `Detrack does not allow ${subject}`, description: FINISHED }
				: undefined,
	],
	[
		'invalid_reattempt',
		() => ({
			message: 'Detrack does not allow another attempt of this job now',
			description:
				'Only a failed or partly completed job can be tried again, and only once per attempt. Check its status.',
		}),
	],
	[
		'not_found',
		({ wanted }) => ({
			message: `Detrack has no ${wanted ?? 'job like this'}`,
			description:
				'Check the D.O. number, the date and the type. It may have been deleted, or belong to another account.',
		}),
	],
]);

/** The codes of answers that are about jobs, whatever is done to them. */
const ABOUT_JOBS = ['validation_failed', 'invalid_data'];

/** Those that are about jobs where existing ones are changed or deleted. */
const ABOUT_JOBS_OF: Partial<Record<IHttpRequestMethods, readonly string[]>> = {
	PUT: ['update_failed', 'not_found'],
	DELETE: ['deletion_failed', 'not_found', 'forbidden'],
};

/**
 * Whether an answer to several jobs is about them, and not about the key or the URL. What names
 * no job is asked again in halves, so this must not be said of what no job can help.
 */
export function isAboutJobs(method: IHttpRequestMethods, body: unknown): boolean {
	const code = textOrNull(keysOf(body).code) ?? '';
	return [...ABOUT_JOBS, ...(ABOUT_JOBS_OF[method] ?? [])].includes(code);
}

/**
 * Detrack's `errors` as words, such as `do_number is already taken`: each names a field and codes, which
 * are phrases or identifiers, and an echoed job holds a list of its own (docs/vendors.md#detrack-errors).
 */
export function complaintsIn(errors: unknown): string | null {
	return joinTexts(
		recordsIn(errors).map(({ field, codes, errors: own }) => {
			const words = Array.isArray(codes) ? joinTexts(codes as unknown[], ', ') : textOrNull(codes);
			return joinTexts([field, words], ' ') ?? complaintsIn(own);
		}),
		'; ',
	);
}

/** How to speak of Detrack, and what to do about what it complains of. */
export const DETRACK: VendorWords = {
	name: 'Detrack',
	keyHint:
		"Check the API key in the credential. It stands in Detrack's dashboard under Integrations → API Key (in older ones, Settings → API Key).",
	urlHint: "check n8n's way to the internet",
	baseUrlEnd: 'in /api/v2',
	isObject: (value) => recordsIn([value].flat()).some(({ id }) => idOrNull(id) !== null),
	// Good answers have none.
	complains: (body) => textOrNull(keysOf(body).code) !== null,
	complaintIn: (body) => complaintsIn(keysOf(body).errors),
	explain(body, about) {
		return CODES.get(textOrNull(keysOf(body).code) ?? '')?.(about);
	},
	advice: [
		{
			about: /already taken/i,
			hint: 'A job with this D.O. number exists on that date: use another number or date, or update the existing job.',
		},
		{
			about: /pod_time/i,
			hint: 'A job is closed by hand with the time of the proof of delivery: add the POD Time, such as 13:30. Closing by hand may have to be switched on in Detrack, under Settings → Job.',
		},
		{
			about: /uneditable/i,
			hint: 'This job is finished, and Detrack does not change the status of finished jobs. Switch on "Overwrite Finished Jobs" in Update Many to change it all the same.',
		},
		{ about: /undeletable/i, hint: FINISHED },
		{
			about: /not_found/i,
			hint: 'Detrack has no such job: check the D.O. number, the date and the type.',
		},
		{
			about: /assign_to/i,
			hint: 'Check the driver: it must be the name of a driver or vehicle, exactly as Detrack shows it.',
		},
		{
			about: /cannot be blank/i,
			hint: 'Detrack needs this field. Which fields it needs besides D.O. number, date and address is set in Detrack, under Settings → Job → Fields.',
		},
		{ about: /not_a_number/i, hint: 'This field must be a number.' },
		{ about: /\bdate\b/i, hint: 'Check the date: it must be like 2026-03-03.' },
		{ about: /address/i, hint: 'Check the address.' },
		{ about: /invalid_data/i, hint: 'Detrack got no job in this request.' },
	],
};
