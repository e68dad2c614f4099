import { exported } from '../../../build/exported';
import { VENDORS, type VendorEntry } from '../../../vendors';
import type { DemoVendor } from './demoVendor';

/** What the demo does for each vendor. */
export const DEMO_VENDORS: ReadonlyArray<DemoVendor & Pick<VendorEntry, 'slug' | 'provider'>> =
	VENDORS.map(({ slug, provider }) => ({
		slug,
		provider,
		...exported<DemoVendor>(`./runtime/demo/vendors/${slug}`, 'demo'),
	}));
