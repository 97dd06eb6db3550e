using System.Security.Cryptography;

namespace Baton.Reasoning.Local.Models;

/// <summary>A trained model before people teach it anything: the one that ships, or one that <c>baton train</c> wrote.</summary>
public sealed class BaseModel
{
    private static readonly Lazy<BaseModel> _shipped = new(() => new BaseModel(LocalModel.Default, HashOfShipped));

    private readonly Lazy<string> _hash;

    private BaseModel(LocalModel model, Func<string> hash) => (Model, _hash) = (model, new(hash));

    public static BaseModel Shipped => _shipped.Value;

    /// <summary>Its version, as it stands on judgements.</summary>
    public string Name => Model.Name;

    /// <summary>Tells it from every other one: what was taught on top of another model means nothing here.</summary>
    public string Hash => _hash.Value;

    internal LocalModel Model { get; }

    /// <param name="file">The content of the model's file.</param>
    /// <exception cref="InvalidDataException">It is no model, or one for another version of Baton.</exception>
    public static BaseModel Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var hash = Short(SHA256.HashData(file));
        return new BaseModel(ModelFile.Read(stream), () => hash);
    }

    private static string HashOfShipped()
    {
        using var stream = LocalModel.OpenShipped();
        return Short(SHA256.HashData(stream));
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash)[..16];
}
