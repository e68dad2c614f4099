import { exported } from '../../../build/exported';
import { type VendorEntry, VENDORS } from '../../../vendors';
import type { DemoVendor } from './demoVendor';

/** What the demo does for each vendor. */
export const DEMO_VENDORS: ReadonlyArray<DemoVendor & Pick<VendorEntry, 'slug' | 'provider'>> =
	VENDORS.map(({ slug, provider }) => ({
		slug,
		provider,
		...exported<DemoVendor>(`./runtime/demo/vendors/${slug}`, 'demo'),
	}));
