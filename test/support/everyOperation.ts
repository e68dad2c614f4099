import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { byNumber, runDetrack } from './detrack';
import { byExternalId, runRadaro } from './radaro';
import { locator, runReadyCloud } from './readycloud';
import { ROUTIGO_SANDBOX } from './routigo';
import { runOperation } from './runOperation';
import { VENDORS } from './vendors';

type Runner = (url: string, operation: string, parameters: IDataObject) => Promise<unknown>;

const RUNNERS: Readonly<Record<string, Runner>> = {
	Radaro: async (...run) => await runRadaro(...run),
	Detrack: async (...run) => await runDetrack(...run),
	RoutiGo: async (baseUrl, operation, parameters) =>
		await runOperation(ROUTIGO_SANDBOX, operation, parameters, { credential: { baseUrl } }),
	ReadyCloud: async (...run) => await runReadyCloud(...run),
};

/** What an operation needs besides, in all vendors at once. */
const NEEDED: IDataObject = {
	...byExternalId('A-1'),
	driver: locator('id', '3391054'),
	updateFields: { name: 'A name', otherAttributes: '{"note": "A note"}' },
	webhook: locator('id', 'w1'),
	order: locator('id', 'o1'),
	contact: locator('id', 'c1'),
	primaryId: 'A-1',
	externalId: 'A-1',
	customerName: 'Tom Okafor',
	address: '14 Banksia St',
	doNumber: 'A-1',
	date: '2099-03-03',
	content: 'A note',
	tag: 'rush',
	name: 'A name',
	url: 'https://a.example/b',
	identifier: '48213',
	deliveryDate: '2099-03-03',
	recipientName: 'Ada Jansen',
	addressLine: 'Korenbloemlaan 27',
	postcode: '8043XX',
	returnAll: true,
	options: { longestWait: 0 },
};

/** One parameter of one operation. */
export interface Found {
	vendor: string;
	/** Resource and operation, such as `job.create`. */
	operation: string;
	property: INodeProperties;
	/** Runs the operation at a server, with what it needs besides these parameters. */
	run(url: string, parameters: IDataObject): Promise<unknown>;
}

/** All parameters of all operations of all vendors. */
export const PARAMETERS: Found[] = VENDORS.flatMap(({ name: vendor, resources }) =>
	resources.flatMap(({ value, operations }) =>
		operations.flatMap(({ option, properties }) =>
			properties.map((property) => {
				const operation = `${value}.${String(option.value)}`;
				const needed = vendor === 'Detrack' ? { ...NEEDED, ...byNumber('A-1') } : NEEDED;
				return {
					vendor,
					operation,
					property,
					run: async (url: string, parameters: IDataObject) =>
						await RUNNERS[vendor]?.(url, operation, { ...needed, ...parameters }),
				};
			}),
		),
	),
);
