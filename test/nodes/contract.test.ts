import type { INodeProperties } from 'n8n-workflow';

import manifest from '../../package.json';
import { propertyOf, valuesOf } from '../support/properties';
import { VENDORS } from '../support/vendors';

/**
 * What saved workflows hold, and what therefore never changes within a major version. A default counts
 * as well: n8n does not store a parameter that was left at it. Written by hand, so that a change needs
 * one here, too.
 */
const CONTRACT = {
	Radaro: {
		action: 'radaro',
		trigger: 'radaroTrigger',
		changes: { name: 'radaroChangesTrigger', own: {}, options: ['lookBack', 'requestsPerPoll'] },
		actionCredential: 'radaroApi',
		triggerCredential: 'radaroWebhookApi',
		webhook: { httpMethod: 'POST', path: 'radaro' },
		own: {},
		filters: ['outcomes', 'reference', 'statuses'],
		options: ['highestRating'],
		operations: {
			job: ['create', 'createMany', 'get', 'getMany', 'update', 'assignDriver', 'delete'],
			subBrand: ['getMany'],
			completionCode: ['getMany'],
		},
	},
	Detrack: {
		action: 'detrack',
		trigger: 'detrackTrigger',
		changes: {
			name: 'detrackChangesTrigger',
			own: {},
			options: ['lookAhead', 'lookBack', 'requestsPerPoll'],
		},
		actionCredential: 'detrackApi',
		triggerCredential: 'detrackWebhookApi',
		webhook: { httpMethod: 'POST', path: 'detrack' },
		own: { deletedNotice: '' },
		filters: ['jobTypes', 'outcomes', 'reference', 'statuses'],
		options: ['allowedIps', 'onlyTrigger', 'removeEmpty'],
		operations: {
			job: [
				'create',
				'createMany',
				'get',
				'getMany',
				'search',
				'update',
				'updateMany',
				'delete',
				'deleteMany',
				'reattempt',
				'downloadDocument',
				'downloadProof',
			],
			vehicle: ['getMany'],
		},
	},
	RoutiGo: {
		action: 'routigo',
		trigger: 'routigoTrigger',
		changes: null,
		actionCredential: 'routigoApi',
		triggerCredential: 'routigoApi',
		webhook: { httpMethod: 'POST', path: 'routigo' },
		own: { eventType: 'automatic', tourNotice: '' },
		filters: ['jobTypes', 'outcomes', 'reference', 'statuses'],
		options: [
			'headers',
			'minutesToLive',
			'queryParameters',
			'secondsDelayBeforeRetry',
			'serviceCentres',
			'supplierToFilterOn',
		],
		operations: {
			order: ['upload'],
			webhook: ['create', 'get', 'getMany', 'update', 'delete'],
		},
	},
	ReadyCloud: {
		action: 'readyCloud',
		trigger: 'readyCloudTrigger',
		changes: {
			name: 'readyCloudChangesTrigger',
			own: { organizationId: { mode: 'list', value: '' } },
			options: ['lookBack', 'requestsPerPoll'],
		},
		actionCredential: 'readyCloudApi',
		triggerCredential: 'readyCloudApi',
		webhook: { httpMethod: 'PUT', path: 'readycloud' },
		own: { organizationId: { mode: 'list', value: '' } },
		filters: ['outcomes', 'reference', 'statuses'],
		options: ['fetchFullOrder'],
		operations: {
			order: ['create', 'get', 'getMany', 'update', 'delete'],
			box: ['getMany'],
			note: ['create', 'getMany'],
			tag: ['add', 'getMany', 'remove'],
			contact: ['create', 'get', 'getMany', 'update', 'delete'],
			organization: ['get', 'getMany'],
			webhook: ['getMany', 'get', 'create', 'renew', 'delete'],
		},
	},
} as const;

const NOTICE = { setupNotice: '' };
const OTHER_SERVER = { useOtherServer: false, baseUrl: '' };

const CREDENTIALS = {
	radaroApi: { ...NOTICE, server: 1, apiKey: '', ...OTHER_SERVER, jobPath: '' },
	radaroWebhookApi: { ...NOTICE, webhookTokens: '' },
	detrackApi: { ...NOTICE, apiKey: '', ...OTHER_SERVER },
	detrackWebhookApi: {
		...NOTICE,
		authentication: 'basicAuth',
		username: '',
		password: '',
		headerName: '',
		headerValue: '',
	},
	routigoApi: { ...NOTICE, authentication: 'apiKey', apiKey: '', token: '', ...OTHER_SERVER },
	readyCloudApi: {
		...NOTICE,
		accessToken: '',
		clientId: '',
		clientSecret: '',
		refreshToken: '',
		...OTHER_SERVER,
		renewal: '',
	},
};

/** The fields of credentials that must not be readable over somebody's shoulder. */
const SECRETS = {
	radaroApi: ['apiKey'],
	radaroWebhookApi: ['webhookTokens'],
	detrackApi: ['apiKey'],
	detrackWebhookApi: ['password', 'headerValue'],
	routigoApi: ['apiKey', 'token'],
	readyCloudApi: ['accessToken', 'clientSecret', 'refreshToken'],
};

const defaultsOf = (properties: readonly INodeProperties[]): Record<string, unknown> =>
	Object.fromEntries(properties.map((property) => [property.name, property.default]));

it('is the package that saved workflows name', () => {
	expect(manifest.name).toBe('n8n-nodes-lastmile');
	expect(Object.keys(CONTRACT)).toEqual(VENDORS.map(({ name }) => name));
});

describe.each(VENDORS)('$name', ({ name, action, changesTrigger, trigger, resources }) => {
	const contract = CONTRACT[name as keyof typeof CONTRACT];
	const { properties } = action.description;

	it('keeps the name, the version and the credential of its node', () => {
		expect(action.description).toMatchObject({
			displayName: name,
			name: contract.action,
			version: 1,
			usableAsTool: true,
			credentials: [{ name: contract.actionCredential, required: true }],
		});
	});

	it('keeps the name, the version and the credential of its trigger', () => {
		expect(trigger.description).toMatchObject({
			displayName: `${name} Trigger`,
			name: contract.trigger,
			version: 2,
			credentials: [{ name: contract.triggerCredential, required: true }],
		});
		expect(trigger.description).not.toHaveProperty('usableAsTool');
	});

	it("keeps the path and the method of its trigger's address", () => {
		expect(trigger.description.webhooks?.[0]).toMatchObject({
			name: 'default',
			...contract.webhook,
		});
	});

	it('keeps the parameters of its trigger and their defaults', () => {
		expect(defaultsOf(trigger.description.properties)).toEqual({
			setupNotice: '',
			events: ['*'],
			anyEventNotice: '',
			output: 'deliveryEvent',
			listsAs: 'list',
			answer: 'atOnce',
			filters: {},
			options: {},
			...contract.own,
		});
	});

	it('keeps the choices of output, filters and options', () => {
		const parameter = (of: string) => propertyOf(trigger.description.properties, of);
		const namesIn = (of: string) => (parameter(of).options ?? []).map((option) => option.name);
		expect(valuesOf(parameter('output'))).toEqual([
			'deliveryEvent',
			'deliveryEventWithOriginal',
			'original',
		]);
		expect(namesIn('filters').sort()).toEqual([...contract.filters].sort());
		expect(namesIn('options').sort()).toEqual([...contract.options].sort());
	});

	it('keeps the names, parameters and defaults of its trigger for changes', () => {
		const { changes } = contract;
		if (changes === null || changesTrigger === null) {
			expect([changes, changesTrigger]).toEqual([null, null]);
			return;
		}
		const { description } = changesTrigger;
		expect(description).toMatchObject({
			displayName: `${name} Changes Trigger`,
			name: changes.name,
			version: 2,
			polling: true,
			group: ['trigger'],
			credentials: [{ name: contract.actionCredential, required: true }],
		});
		expect(description).not.toHaveProperty('usableAsTool');
		expect(defaultsOf(description.properties)).toEqual({
			setupNotice: '',
			startWith: 'now',
			days: 1,
			output: 'deliveryEvent',
			listsAs: 'list',
			filters: {},
			options: {},
			...changes.own,
		});
		expect(valuesOf(propertyOf(description.properties, 'startWith'))).toEqual(['now', 'lastDays']);
		const { options = [] } = propertyOf(description.properties, 'options');
		expect(options.map((option) => option.name).sort()).toEqual(changes.options);
	});

	it('keeps its operations, in their order', () => {
		const operations = resources.map(({ value, operations: list }) => [
			value,
			list.map(({ option }) => option.value),
		]);
		expect(operations).toEqual(Object.entries(contract.operations));
	});

	it('starts with the same resource and operation', () => {
		const [first] = Object.keys(contract.operations);
		expect(propertyOf(properties, 'resource').default).toBe(first);
		const starts = properties
			.filter((property) => property.name === 'operation')
			.map((property) => [property.displayOptions?.show?.resource?.[0], property.default]);
		expect(starts).toEqual(
			Object.entries(contract.operations).map(([resource, [operation]]) => [resource, operation]),
		);
	});
});

describe.each(VENDORS.flatMap(({ credentials }) => credentials))('$name', (credential) => {
	const name = credential.name as keyof typeof CREDENTIALS;

	it('keeps its fields and their defaults', () => {
		expect(defaultsOf(credential.properties)).toEqual(CREDENTIALS[name]);
	});

	it('hides what is secret', () => {
		const hidden = credential.properties.filter(({ typeOptions }) => typeOptions?.password);
		expect(hidden.map((property) => property.name)).toEqual(SECRETS[name]);
	});
});
