/** Words the demo data is put together from. All people and companies are invented. */
export const FIRST_NAMES =
  'Aaron Adele Akira Alma Amir Anita Bianca Bruno Carla Cedric Chloe Dario Dina Elias Elena Emeka Farah Felix Gita Hana Hugo Imani Ines Ivan Jada Joel Karim Katya Leo Lucia Mateo Maya Milan Nadia Niko Olive Omar Paula Quinn Rafael Rosa Samir Selma Tariq Tessa Uma Viktor Wanda Yara Zoe'.split(
    ' ',
  );
export const LAST_NAMES =
  'Abbott Almeida Andersen Baptiste Barros Castillo Chandra Costa Delgado Diaz Eriksen Farrell Ferrari Gallagher Garcia Haas Ibarra Ito Jansen Kamau Keller Kim Kowalski Larsen Leclerc Mancini Mbeki Mendes Moreau Nakamura Novotny Olsen Osei Park Petrov Quigley Reyes Rossi Sato Schmidt Silva Singh Tanaka Torres Ueda Vargas Walsh Wang Yilmaz Zhang'.split(
    ' ',
  );

export interface Grade {
  readonly title: string;
  readonly rate: number;
  readonly count: number;
}
/** From the top; personas take their place among them first. */
export const GRADES: readonly Grade[] = [
  { title: 'Partner', rate: 320, count: 3 },
  { title: 'Principal', rate: 260, count: 7 },
  { title: 'Senior Consultant', rate: 210, count: 12 },
  { title: 'Consultant', rate: 170, count: 15 },
  { title: 'Analyst', rate: 130, count: 8 },
];

export interface Client {
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly country: string;
}
export const CLIENTS: readonly Client[] = [
  { name: 'Abbeyfield Water', industry: 'Utilities', city: 'Hartford', country: 'United States' },
  { name: 'Alder & Finch', industry: 'Retail', city: 'Boston', country: 'United States' },
  { name: 'Bluestem Foods', industry: 'Food & Beverage', city: 'Omaha', country: 'United States' },
  { name: 'Calloway Freight', industry: 'Transportation', city: 'Newark', country: 'United States' },
  { name: 'Cobalt Ridge Mining', industry: 'Energy', city: 'Perth', country: 'Australia' },
  { name: 'Copperline Bank', industry: 'Banking', city: 'New York', country: 'United States' },
  { name: 'Drumlin Health', industry: 'Healthcare', city: 'Providence', country: 'United States' },
  { name: 'Eastmoor University', industry: 'Education', city: 'Worcester', country: 'United States' },
  { name: 'Fernhill Insurance', industry: 'Insurance', city: 'Albany', country: 'United States' },
  { name: 'Glasswing Media', industry: 'Media', city: 'Los Angeles', country: 'United States' },
  { name: 'Hafenblick Logistik', industry: 'Transportation', city: 'Hamburg', country: 'Germany' },
  { name: 'Holloway Pharma', industry: 'Biotechnology', city: 'Cambridge', country: 'United States' },
  { name: 'Juniper Steel', industry: 'Manufacturing', city: 'Pittsburgh', country: 'United States' },
  { name: 'Kestrel Airways', industry: 'Transportation', city: 'Sydney', country: 'Australia' },
  { name: 'Lindenhof Maschinenbau', industry: 'Machinery', city: 'Stuttgart', country: 'Germany' },
  { name: 'Marlow Hotels', industry: 'Hospitality', city: 'Miami', country: 'United States' },
  { name: 'Northgate Telecom', industry: 'Telecommunications', city: 'Toronto', country: 'Canada' },
  { name: 'Orchard Street Schools', industry: 'Education', city: 'Boston', country: 'United States' },
  { name: 'Pinecrest Energy', industry: 'Energy', city: 'Houston', country: 'United States' },
  { name: 'Quarry Lane Construction', industry: 'Construction', city: 'Manchester', country: 'United States' },
  { name: 'Redwood Software', industry: 'Technology', city: 'Portland', country: 'United States' },
  { name: 'Saltmarsh Seafood', industry: 'Food & Beverage', city: 'Portland', country: 'United States' },
  { name: 'Tidewater Credit Union', industry: 'Finance', city: 'Norfolk', country: 'United States' },
  { name: 'Wexley County', industry: 'Government', city: 'Wexley', country: 'United States' },
];

/** What the firm sells; `hours` is the size of a usual engagement. */
export interface Offering {
  readonly name: string;
  readonly hours: number;
  readonly tasks: readonly string[];
}
export const OFFERINGS: readonly Offering[] = [
  { name: 'CRM Rollout', hours: 1900, tasks: ['Discovery', 'Configuration', 'Data Migration', 'Training'] },
  { name: 'Data Platform', hours: 2400, tasks: ['Architecture', 'Pipelines', 'Reporting', 'Handover'] },
  { name: 'Process Review', hours: 1500, tasks: ['Interviews', 'Analysis', 'Recommendations'] },
  { name: 'Cloud Migration', hours: 2200, tasks: ['Assessment', 'Landing Zone', 'Migration', 'Testing'] },
  { name: 'Service Desk Design', hours: 1000, tasks: ['Workshops', 'Design', 'Pilot'] },
  { name: 'Pricing Study', hours: 560, tasks: ['Research', 'Modeling', 'Presentation'] },
  { name: 'Change Program', hours: 1500, tasks: ['Stakeholders', 'Communication', 'Coaching'] },
  { name: 'Portal Relaunch', hours: 1800, tasks: ['Design', 'Development', 'Testing', 'Launch'] },
];

export const INTERNAL_PROJECTS: readonly { readonly name: string; readonly tasks: readonly string[] }[] = [
  { name: 'Internal Operations', tasks: ['Team Meeting', 'Administration', 'Recruiting'] },
  { name: 'Learning', tasks: ['Course', 'Certification', 'Mentoring'] },
  { name: 'Business Development', tasks: ['Proposal', 'Client Event'] },
];

export const WORK_DONE: readonly string[] = [
  'Prepared the workshop',
  'Workshop with the client',
  'Follow-up to the workshop',
  'Reviewed the draft with the team',
  'Worked through open questions',
  'Wrote up findings',
  'Set up the test environment',
  'Fixed findings from testing',
  'Weekly status with the client',
  'Planning for the next two weeks',
  'Data checks and cleaning',
  'Interviews with the department',
  'Prepared the steering committee',
  'Quality review',
];

export const CONTACT_TITLES: readonly string[] = [
  'Chief Information Officer',
  'Head of Operations',
  'Procurement Manager',
  'Program Manager',
  'Finance Director',
  'Head of Customer Service',
];
