namespace Swarm.Evaluation;

internal readonly record struct MrClamLine(string Source, int Line, string[] Columns, double[] Numbers)
{
    public double this[int column] => Numbers[column];

    /// <exception cref="DataException">The number in that column is not whole.</exception>
    public int Whole(int column) =>
        Numbers[column] is var number && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue
            ? (int)number
            : throw Error($"{Columns[column]} {number} is not a whole number");

    public DataException Error(string message) => new(Source, Line, message);
}
