/** The fifty who log time: consultants among the personas first, then everybody else by grade. */
import { fullName, PERSONAS, type Persona } from './personas.ts';
import type { Random } from './random.ts';
import { FIRM } from './firm.ts';
import { FIRST_NAMES, GRADES, LAST_NAMES, type Grade } from './words.ts';

export const PEOPLE_COUNT = 50;
const FULL_WEEK = 40;
const PART_TIME_WEEKS = [20, 24, 32];

export interface Consultant {
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly rate: number;
  readonly weeklyHours: number;
  readonly timeZone: string;
  /** Days from the beginning of the year of hours; 0 for whoever was there before it. */
  readonly joinsAfter: number;
  readonly isActive: boolean;
  /** Whoever logs in; null for people the timesheet knows and the org does not. */
  readonly login: Persona | null;
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${FIRM.domain}`;
}

export function consultants(random: Random): readonly Consultant[] {
  const personas = PERSONAS.filter(({ isConsultant }) => isConsultant);
  const firstNames = random.sample(FIRST_NAMES, PEOPLE_COUNT);
  const lastNames = random.sample(LAST_NAMES, PEOPLE_COUNT);
  const others = GRADES.flatMap((grade) => Array.from({ length: grade.count }, () => grade));
  return [
    ...personas.map((persona) => ({
      ...baseOf(fullName(persona), gradeOf(persona)),
      title: persona.title,
      timeZone: persona.timeZone ?? FIRM.timeZone,
      login: persona,
    })),
    ...others.map((grade, index) => {
      const firstName = firstNames[index] ?? '';
      const lastName = lastNames[index] ?? '';
      const isPartTime = random.chance(0.15);
      const logsIn = random.chance(0.35);
      return {
        ...baseOf(`${firstName} ${lastName}`, grade),
        weeklyHours: isPartTime ? random.pick(PART_TIME_WEEKS) : FULL_WEEK,
        joinsAfter: random.chance(0.16) ? random.between(20, 250) : 0,
        isActive: !random.chance(0.04),
        login: logsIn ? ordinaryUser(firstName, lastName, grade) : null,
      };
    }),
  ];
}

function baseOf(name: string, grade: Grade): Consultant {
  return {
    name,
    email: emailOf(name),
    title: grade.title,
    rate: grade.rate,
    weeklyHours: FULL_WEEK,
    timeZone: FIRM.timeZone,
    joinsAfter: 0,
    isActive: true,
    login: null,
  };
}

/** Personas carry their own titles, some of which are no grade. */
function gradeOf({ title }: Persona): Grade {
  const grade = GRADES.find((one) => title.endsWith(one.title)) ?? GRADES[1];
  if (grade === undefined) {
    throw new Error('There are no grades');
  }
  return grade;
}

function ordinaryUser(firstName: string, lastName: string, grade: Grade): Persona {
  return {
    firstName,
    lastName,
    title: grade.title,
    department: 'Delivery',
    profile: 'Standard User',
    permissionSets: ['Time_User'],
    isConsultant: true,
  };
}
