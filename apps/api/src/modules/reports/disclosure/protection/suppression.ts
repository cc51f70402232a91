import type { Deadline } from '../deadline';
import { DeviationModel, type Combination, type Deviation } from './deviations';
import { amountIn, KnownTables } from './known-tables';
import { Neighbourhoods } from './neighbourhood';
import type { ProtectionProblem } from './problem';
import { determinedUnions } from './unions';

/** How far apart the bounds of unpublished cells together must be; 0 where they need no protection together. */
export type UnionWidth = (cells: readonly number[]) => number;

/** Smaller than this part of what was asked for is rounding. */
const ROUNDING = 1e-6;
/** So many tables that prove many cells at once are looked for, and none for fewer cells than these. */
const TOGETHER = 4;
const FEW = 10;
/** How often a cheaper set of complementary cells is looked for. */
const TRIES = 3;

interface Target {
  combination: Combination;
  width: number;
}

/**
 * Secondary cell suppression of one component. Every unpublished cell that needs protection has two tables on its side
 * that agree with all that is published and differ by its protection interval; those are found by linear programming,
 * and are the proof. Where there are none, the cheapest cells that make room for them are suppressed as well.
 */
export class Suppression {
  /** Cells that are not published. */
  readonly unpublished = new Set<number>();
  readonly complementary = new Set<number>();
  /** What cannot be protected, and how far apart its bounds can be kept all the same. */
  private readonly exposed = new Map<string, { cells: number[]; isNew: boolean; width: number }>();
  private readonly tables = new KnownTables();
  private readonly near: Neighbourhoods;

  constructor(
    private readonly problem: ProtectionProblem,
    private readonly model: DeviationModel,
    private readonly unionWidth: UnionWidth,
    private readonly deadline: Deadline,
    wholeUpTo?: number,
  ) {
    this.near = new Neighbourhoods(problem, model, wholeUpTo);
    problem.cells.forEach(({ status }, cell) => {
      if (status === 'suppressed' || status === 'hidden') this.unpublished.add(cell);
    });
  }

  dispose(): void {
    this.near.dispose();
  }

  /** Suppresses until all is protected. Answers false when there was no time to prove it. */
  protect(): boolean {
    for (;;) {
      const before = this.unpublished.size;
      this.proveTogether();
      for (const target of this.cellTargets()) if (!this.secure(target)) return false;
      if (this.unpublished.size > before) continue;
      for (const target of this.unionTargets()) {
        if (!this.secure(target)) return false;
        if (this.unpublished.size > before) break;
      }
      if (this.unpublished.size === before) return true;
    }
  }

  /** Looks for tables that prove many cells at once; what they leave is looked at one by one. */
  private proveTogether(): void {
    for (let time = 0; time < TOGETHER; time += 1) {
      const open = this.cellTargets().flatMap(({ combination, width }) => {
        const { up, down } = this.reach({ combination, width });
        const [one] = combination;
        return one && up + down < width * (1 - ROUNDING) ? [{ cell: one.cell, width, up, down }] : [];
      });
      if (open.length < FEW) return;
      // Half of them upwards, since what one has more another has less.
      const widths = new Map(
        open.map(({ cell, width }, index) => [cell, (index + time) % 2 === 0 ? width : -width]),
      );
      const table = this.model.spread(widths, { isFree: this.isUnpublished });
      if (!table) return;
      this.keep(table);
    }
  }

  /** Publishes again what turned out not to be needed, the dearest first. */
  cleanUp(deadline: Deadline): void {
    const dearest = [...this.complementary].sort((a, b) => this.weight(b) - this.weight(a));
    for (const cell of dearest) {
      if (deadline.isPast) return;
      this.publish(cell);
      if (!this.isProtected()) this.suppress(cell);
    }
  }

  private isProtected(): boolean {
    const targets = [...this.cellTargets(), ...this.unionTargets()];
    return targets.every((target) => {
      const exposed = this.exposed.get(keyOf(target));
      return this.isWide(exposed ? { ...target, width: exposed.width } : target);
    });
  }

  /** What nothing could protect: because of what is to be published, or whether it is published or not. */
  exposures(isNew: boolean): number[][] {
    return [...this.exposed.values()].filter((one) => one.isNew === isNew).map(({ cells }) => cells);
  }

  /** The largest first: what protects them often protects the small ones too. */
  private cellTargets(): Target[] {
    return [...this.unpublished]
      .map((cell) => ({ combination: [{ cell, factor: 1 }], width: this.problem.cells[cell]?.width ?? 0 }))
      .filter(({ width }) => width > 0)
      .sort((a, b) => b.width - a.width);
  }

  private unionTargets(): Target[] {
    return determinedUnions(this.problem, this.isUnpublished)
      .map((combination) => ({ combination, width: this.unionWidth(combination.map(({ cell }) => cell)) }))
      .filter(({ width }) => width > 0);
  }

  private readonly isUnpublished = (cell: number): boolean => this.unpublished.has(cell);

  private isExposed(target: Target): boolean {
    return this.exposed.has(keyOf(target));
  }

  private secure(target: Target): boolean {
    if (this.isExposed(target) || this.isWide(target)) return true;
    if (this.deadline.isPast) return false;
    const { up, down } = this.reach(target);
    const ways = [target.width - down, -(target.width - up)].map((need) => this.cheapest(target, need));
    const found = ways.filter((way) => way !== undefined).sort((a, b) => a.cost - b.cost)[0];
    if (!found) return this.giveUp(target);
    for (const cell of found.cells) this.suppress(cell);
    this.keep(found.table);
    return true;
  }

  /** Nothing that could still be suppressed protects it: it is suppressed all the same, with what hides most of it. */
  private giveUp(target: Target): boolean {
    if (this.deadline.isPast) return false;
    const { combination, width } = target;
    const search = { isFree: this.isUnpublished, costOf: this.costOf(width) };
    for (const direction of [1, -1] as const) {
      const table = this.model.furthest(combination, direction, width, search);
      if (table && Math.abs(amountIn(table, combination)) > ROUNDING * width) this.suppressAll(table, width);
    }
    if (!this.isWide(target)) {
      const cells = combination.map(({ cell }) => cell);
      const { up, down } = this.reach(target);
      const isNew = this.isAskedNow(cells) || this.wasWide(target);
      this.exposed.set(keyOf(target), { cells, isNew, width: up + down });
    }
    return !this.deadline.isPast;
  }

  /** Answers whether it follows from what is to be published alone: nobody could ask for it before. */
  private isAskedNow(cells: readonly number[]): boolean {
    return cells.some((cell) => {
      const { status, isNew } = this.problem.cells[cell] ?? NONE;
      return status === 'hidden' && isNew === true;
    });
  }

  /** Answers whether it would be protected if nothing of what is to be published were. */
  private wasWide({ combination, width }: Target): boolean {
    const search = { isFree: this.isUnpublished, isBefore: true };
    const room = ([1, -1] as const).reduce((sum, direction) => {
      const table = this.model.furthest(combination, direction, width, search);
      return sum + (table ? Math.abs(amountIn(table, combination)) : 0);
    }, 0);
    return room >= width * (1 - ROUNDING);
  }

  private suppressAll(table: Deviation, width: number): void {
    for (const cell of this.supportOf(table, width)) this.suppress(cell);
    this.keep(table);
  }

  private suppress(cell: number): void {
    if (this.unpublished.has(cell)) return;
    this.unpublished.add(cell);
    this.complementary.add(cell);
    this.tables.suppressed(cell);
  }

  private publish(cell: number): void {
    this.unpublished.delete(cell);
    this.complementary.delete(cell);
    this.tables.published(cell);
  }

  /** Answers whether two tables are known, or are found, between which the target differs enough. */
  private isWide(target: Target): boolean {
    const enough = target.width * (1 - ROUNDING);
    const { up, down } = this.reach(target);
    if (up + down >= enough) return true;
    for (const direction of [1, -1] as const) {
      const search = { isFree: this.isUnpublished };
      const table = (this.near.isLarge ? this.near : this.model).furthest(
        target.combination,
        direction,
        target.width,
        search,
      );
      if (!table) continue;
      this.keep(table);
      const now = this.reach(target);
      if (now.up + now.down >= enough) return true;
    }
    return false;
  }

  private keep(table: Deviation): void {
    this.tables.keep(table, this.isUnpublished);
  }

  private reach({ combination, width }: Target): { up: number; down: number } {
    return this.tables.reach(combination, width);
  }

  private cheapest({ combination }: Target, need: number) {
    const width = Math.abs(need);
    let costOf = this.costOf(width);
    let best: { table: Deviation; cells: number[]; cost: number } | undefined;
    for (let time = 0; time < TRIES; time += 1) {
      const search = { isFree: this.isUnpublished, costOf };
      const table =
        (this.near.isLarge ? this.near.cheapest(combination, need, search) : undefined) ??
        this.model.cheapest(combination, need, search);
      if (!table) break;
      const cells = this.supportOf(table, width);
      const cost = cells.reduce((sum, cell) => sum + this.weight(cell, width), 0);
      const isSame = best?.cells.join() === cells.join();
      if (!best || cost < best.cost) best = { table, cells, cost };
      if (isSame || cells.length <= 1) break;
      // Dynamic slope scaling: what was used a little must be worth its whole price.
      const priceNow = costOf;
      costOf = (cell, direction) => {
        const amount = Math.abs(table[cell] ?? 0);
        return amount > ROUNDING * width ? this.weight(cell, width) / amount : priceNow(cell, direction);
      };
    }
    return best;
  }

  private supportOf(table: Deviation, width: number): number[] {
    const cells: number[] = [];
    table.forEach((amount, cell) => {
      if (Math.abs(amount) > ROUNDING * width && !this.unpublished.has(cell)) cells.push(cell);
    });
    return cells;
  }

  /** What a unit costs of a cell that is to differ by `width`: the whole cell is lost, however little it can give. */
  private costOf(width: number) {
    return (cell: number, direction: 1 | -1): number => {
      const { status, value, least } = this.problem.cells[cell] ?? NONE;
      if (status !== 'open') return Infinity;
      const room =
        direction > 0 || least === null ? width : Math.min(width, Math.max(value - least, ROUNDING));
      return this.weight(cell, width) / room;
    };
  }

  /** Dearer when it is larger, and when it needs more protection itself than this would give it. */
  private weight(cell: number, width = Infinity): number {
    const { cost, value, width: own } = this.problem.cells[cell] ?? NONE;
    const more = own > width ? Math.min(1, Math.log10(own / width)) : 0;
    return cost * (1 + more + Math.log10(1 + Math.abs(value)) / 50);
  }
}

const keyOf = ({ combination }: Target): string => combination.map(({ cell }) => cell).join(' ');
const NONE = { status: 'fixed', value: 0, least: 0, width: 0, cost: 1, isNew: false } as const;
