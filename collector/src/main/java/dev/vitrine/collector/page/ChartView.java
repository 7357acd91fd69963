package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Figure;
import dev.vitrine.collector.query.Series;
import dev.vitrine.collector.query.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Stacked columns, one for each week, by the names that the template uses. Lengths are those of the drawing. */
record ChartView(String title, int width, int height, List<Line> lines, List<Segment> segments, List<Label> labels) {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 180;
    private static final int LEFT = 46;
    private static final int TOP = 10;
    private static final int BOTTOM = 156;
    private static final int MOST_LABELS = 8;
    private static final double WIDEST_COLUMN = 44;
    private static final double FILLED = 0.76;
    private static final long[] EASY = {2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80};

    /** A line across, with what it stands for. */
    record Line(String y, String label) {}

    /** A part of a column. */
    record Segment(String colour, String x, String y, String width, String height, String title) {}

    /** The week under a column. */
    record Label(String x, String text) {}

    /**
     * What is stacked, from below.
     *
     * @param label what it is
     * @param colour its class in the style sheet
     * @param events how many
     */
    record Layer(String label, String colour, Series events) {}

    static ChartView of(String title, List<Week> weeks, Series whole, List<Layer> layers, boolean shares) {
        Figure highest = whole.byWeek().stream().max(Figure::compareTo).orElse(Figure.NONE);
        long top = shares ? 100 : roundUp(highest.value());
        List<Segment> segments = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        double step = (double) (WIDTH - LEFT) / weeks.size();
        double column = Math.min(WIDEST_COLUMN, step * FILLED);
        int every = (weeks.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int week = 0; week < weeks.size(); week++) {
            double middle = LEFT + step * (week + 0.5);
            if (week % every == 0) {
                String name = weeks.get(week).toString();
                labels.add(new Label(decimal(middle), name.substring(name.indexOf('W'))));
            }
            stack(segments, middle - column / 2, column, week, weeks.get(week), whole, layers, shares ? 0 : top);
        }
        return new ChartView(title, WIDTH, HEIGHT, lines(top, shares), segments, labels);
    }

    /** Stacks a column; with a top of 0, up to the whole height. */
    private static void stack(
            List<Segment> segments,
            double x,
            double width,
            int week,
            Week name,
            Series whole,
            List<Layer> layers,
            long top) {
        Figure all = whole.byWeek().get(week);
        double y = BOTTOM;
        for (Layer layer : layers) {
            Figure events = layer.events().byWeek().get(week);
            if (!events.isNone()) {
                double share = top == 0 ? events.shareOf(all) : (double) events.value() / top;
                double height = share * (BOTTOM - TOP);
                y -= height;
                segments.add(new Segment(
                        layer.colour(),
                        decimal(x),
                        decimal(y),
                        decimal(width),
                        decimal(height),
                        name + ", " + layer.label() + ": " + Wording.number(events) + " of " + Wording.number(all)
                                + " events (" + Wording.share(events, all) + ")"));
            }
        }
    }

    private static List<Line> lines(long top, boolean shares) {
        String unit = shares ? " %" : "";
        return List.of(
                new Line(decimal(TOP), compact(top) + unit),
                new Line(decimal((TOP + BOTTOM) / 2.0), compact(top / 2) + unit),
                new Line(decimal(BOTTOM), "0"));
    }

    /** The next number that can be read and halved easily. */
    private static long roundUp(long highest) {
        long power = 1;
        while (power * 100 < highest) {
            power *= 10;
        }
        for (long times : EASY) {
            if (times * power >= highest) {
                return times * power;
            }
        }
        return power * 100;
    }

    private static String compact(long number) {
        if (number >= 1_000_000) {
            return decimal(number / 1_000_000.0) + "M";
        }
        return number >= 10_000 ? decimal(number / 1000.0) + "k" : String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
