import { addCode, BLANK, type Checked, checkFields } from './checkFields';
import { newItem } from './checkItems';
import type { Fields, Job } from './model';
import type { DetrackService } from './service';
import { isFinal, isStatus } from './status';
import { instantOf } from './time';

const REQUIRED = ['do_number', 'date', 'address'] as const;

/** Checks a job that is to be created. */
export function checkNew(service: DetrackService, body: unknown): Checked {
	const { values: settings } = service.settings;
	const checked = checkFields(body);
	const { fields, errors } = checked;
	if (settings.autoNumber && !fields.do_number) fields.do_number = service.jobs.autoNumber();
	for (const name of REQUIRED) {
		const told = errors.some(({ field }) => field === name);
		if (!fields[name] && !told) addCode(errors, name, BLANK);
	}
	if (isFinal(fields.status) && !fields.pod_time) addCode(errors, 'pod_time', BLANK);
	const { do_number, date } = fields;
	if (typeof do_number === 'string' && typeof date === 'string') {
		if (service.jobs.isTaken({ do_number, date })) addCode(errors, 'do_number', 'is already taken');
	}
	return checked;
}

/** A job out of checked fields; it is not in the store yet. */
export function newJob(service: DetrackService, { fields, items = [] }: Checked): Job {
	const { jobs, settings } = service;
	const { timeZone } = settings.values;
	const at = jobs.stamp();
	const { do_number, date, address, type, status, assign_to } = fields;
	const known: Fields = {
		...fields,
		type: type === 'Collection' ? type : 'Delivery',
		do_number: String(do_number),
		date: String(date),
		address: String(address),
		status: isStatus(status) ? status : 'dispatched',
		assign_to: typeof assign_to === 'string' ? assign_to : null,
		attempt: 1,
		created_at: at,
		updated_at: at,
		info_received_at: at,
	};
	if (isFinal(known.status) && typeof known.pod_time === 'string') {
		known.pod_at = instantOf(known.date, known.pod_time, timeZone);
	}
	return {
		id: jobs.nextId(),
		serial: jobs.nextSerial(),
		fields: known,
		items: items.map((item) => newItem(item, jobs.nextId())),
		milestones: [],
		proofs: {},
		lastSent: null,
	};
}
